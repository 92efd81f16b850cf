import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addInZone, endOfDay, makeCredentialNumber } from '@ennead/domain';
import type { DecisionView, ExamSessionView } from '@ennead/contracts';
import { AuditEvent } from '@ennead/persistence';
import { randomBytes } from 'node:crypto';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { readPdf } from './pdf-text.ts';

let api: TestApi;
let session: ExamSessionView;
let certifier: Client;
let second: Client;
let anybody: Client;
beforeAll(async () => {
  api = await startApi({ PUBLIC_URL: 'http://exams.example.org' });
  session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
  anybody = await visitor(api.url);
});
afterAll(() => api?.close());

const issue = async (name = '林悦') => {
  const { entry } = await aScoredCase(api, session, { name });
  const { body } = await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const { id: decisionId, credential } = body as DecisionView;
  return { ...credential!, decisionId, entryId: entry.id };
};
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${encodeURIComponent(number)}`).expect(200)).body;
const revocation = { reason: 'The portfolio was found to be another person’s work.' };

describe('verifying', () => {
  it('says valid and what the certificate says, and nothing more of its holder', async () => {
    const { number, issuedAt } = await issue();
    expect(await verify(number)).toEqual({
      state: 'valid',
      looksMistyped: false,
      serverNow: expect.any(String),
      credential: {
        number,
        personName: '林悦',
        latinName: null,
        roleCode: 'application-engineer',
        roleName: expect.objectContaining({ 'zh-CN': '大模型应用开发工程师' }),
        level: 'junior',
        levelName: { 'zh-CN': '初级', en: 'Junior' },
        grade: 2,
        issuedAt,
        expiresAt: endOfDay(addInZone(issuedAt, { months: 36 }, 'Asia/Shanghai'), 'Asia/Shanghai'),
        timeZone: 'Asia/Shanghai',
        revokedAt: null,
        revokedReason: null,
        supersededBy: null,
        validNow: null,
        schemeId: 'ennead',
        schemeVersion: 2,
        schemeTitle: expect.any(Object),
      },
    });
  });

  it('reads a number as people type it', async () => {
    const { number } = await issue();
    expect(await verify(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({ state: 'valid' });
  });

  it('knows no altered number, and says that it looks mistyped', async () => {
    const { number } = await issue();
    for (const at of [0, 10, number.length - 1]) {
      const other = number[at] === '2' ? '3' : '2';
      const altered = number.slice(0, at) + other + number.slice(at + 1);
      expect(await verify(altered)).toEqual({
        state: 'unknown',
        looksMistyped: true,
        serverNow: expect.any(String),
        credential: null,
      });
    }
  });

  it('knows no number that was never issued, in the same shape', async () => {
    expect(await verify(makeCredentialNumber(randomBytes(16)))).toEqual({
      state: 'unknown',
      looksMistyped: false,
      serverNow: expect.any(String),
      credential: null,
    });
    expect(await verify('nothing like it')).toEqual({
      state: 'unknown',
      looksMistyped: true,
      serverNow: expect.any(String),
      credential: null,
    });
  });
});

describe('a certificate whose grade is withdrawn', () => {
  it('shows as revoked at once to everybody who verifies, with the reason, and is on the trail', async () => {
    const { id, number, entryId, decisionId } = await issue();
    const { body } = await certifier.post(`/api/decisions/${decisionId}/withdraw`, revocation).expect(201);
    const agreed = { reason: 'The two portfolios were compared.' };
    await second.post(`/api/decisions/${(body as DecisionView).id}/confirm`, agreed).expect(201);
    expect(await verify(number)).toMatchObject({
      state: 'revoked',
      credential: { number, revokedAt: expect.any(String), revokedReason: revocation.reason },
    });
    expect(await api.db.manager.findBy(AuditEvent, { entryId, action: 'credential.revoked' })).toMatchObject([
      { subjectId: id, detail: revocation },
    ]);
    const pdf = await anybody.get(`/api/credentials/${number}/certificate.pdf`).expect(410);
    expect(pdf.body.code).toBe('CREDENTIAL_REVOKED');
  });
});

describe('the certificate', () => {
  const download = (number: string, locale: string) =>
    anybody
      .get(`/api/credentials/${number}/certificate.pdf?locale=${locale}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it.each([
    ['zh-CN', '林悦', ['岗位能力等级证书', '林悦', '大模型应用开发工程师', '2 级', '初级'], /[A-Za-z]{8,}/],
    [
      'en',
      'Lin Yue',
      ['Certificate of competence', 'Lin Yue', 'LLM application engineer', 'Grade 2'],
      /\p{Script=Han}/u,
    ],
  ])('is one tagged page wholly in %s', async (locale, name, words, otherLanguage) => {
    const { number } = await issue(name);
    const answer = await download(number, locale).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const { text, info } = await readPdf(answer.body as Buffer);
    for (const word of [...words, number]) expect(text).toContain(word);
    const address = `http://exams.example.org/verify/${number}`;
    expect(text).toContain(address);
    expect(text.replace(address, '').replaceAll(number, '')).not.toMatch(otherLanguage);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toContain(name);
  });

  it('is not there for a number that is unknown', async () => {
    await anybody
      .get(`/api/credentials/${makeCredentialNumber(randomBytes(16))}/certificate.pdf`)
      .expect(404);
    const { number } = await issue();
    await anybody.get(`/api/credentials/${number}/certificate.pdf?locale=fr`).expect(400);
  });
});
