import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionView, EvidenceView, VerifyView } from '@ennead/contracts';
import { addInZone, endOfDay } from '@ennead/domain';
import { Credential } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import type { CaseOptions } from './certification-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { readPdf } from './pdf-text.ts';
import { aCandidate, decidedTry, enter, mine, sessionNow, type Candidate } from './tries-harness.ts';

const zone = 'Asia/Shanghai';
let api: TestApi;
let certifier: Client;
let anybody: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  anybody = await visitor(api.url);
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const best: CaseOptions = { rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };
const again = async (candidate: Candidate, options: CaseOptions, carry: string[] = []) => {
  const session = await sessionNow(api);
  const entry = await enter(api, candidate, carry, session);
  return decidedTry(api, certifier, candidate, { ...options, entry }, session);
};
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

describe('a higher grade of the same level', () => {
  it('takes the place of the old one, whose number points to it, and has a term of its own when all is new', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate);
    await shiftClock(api.db, '100 days');
    const second = await again(candidate, best);
    const [old, next] = [first.decision.credential!, second.decision.credential!];
    expect(await verify(old.number)).toMatchObject({
      state: 'superseded',
      credential: { grade: 2, supersededBy: next.number, validNow: null },
    });
    expect(await verify(next.number)).toMatchObject({
      state: 'valid',
      credential: {
        grade: 3,
        expiresAt: endOfDay(addInZone(second.decision.decidedAt, { months: 36 }, zone), zone),
      },
    });
    const gone = await anybody.get(`/api/credentials/${old.number}/certificate.pdf`).expect(410);
    expect(gone.body.code).toBe('CREDENTIAL_SUPERSEDED');
    expect((await mine(candidate)).tries[0]!.credential).toMatchObject({
      status: 'superseded',
      supersededBy: next.number,
    });
  });

  it('keeps the old end where a score was carried over', async () => {
    const candidate = await aCandidate(api);
    const { decision } = await decidedTry(api, certifier, candidate, { skillsCents: 9_500 });
    await shiftClock(api.db, '100 days');
    const second = await again(candidate, { ...best, skillsCents: null }, ['skills']);
    expect(second.decision).toMatchObject({ grade: 3 });
    expect(second.decision.credential!.expiresAt).toBe(decision.credential!.expiresAt);
  });

  it('lets the one before be held again once it is withdrawn: the old number stays superseded, the next try is for a higher one', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate);
    await shiftClock(api.db, '100 days');
    const { decision } = await again(candidate, best);
    expect((await mine(candidate)).next).toMatchObject({ code: 'GRADE_AT_TOP' });
    const reason = 'Another person sat the exam.';
    const asked = await certifier.post(`/api/decisions/${decision.id}/withdraw`, { reason }).expect(201);
    const { client: second } = await logInAs(api, { roles: ['certifier'] });
    const { id } = asked.body as DecisionView;
    await second.post(`/api/decisions/${id}/confirm`, { reason }).expect(201);
    // Whoever has the old number is led past the revoked one to the one that holds.
    const held = (await mine(candidate)).tries[0]!.credential!.number;
    expect(await verify(first.decision.credential!.number)).toMatchObject({
      state: 'superseded',
      credential: { supersededBy: decision.credential!.number, validNow: held },
    });
    expect(await verify(decision.credential!.number)).toMatchObject({
      state: 'revoked',
      credential: { supersededBy: null, validNow: null },
    });
    expect((await mine(candidate)).next).toMatchObject({ code: 'TRY_TOO_EARLY' });
    await shiftClock(api.db, '115 days');
    expect((await mine(candidate)).next).toEqual({ kind: 'allowed', number: 3, cause: 'higher' });
  });

  it('an equal or lower grade is recorded, and the certificate stands', async () => {
    const candidate = await aCandidate(api);
    const { decision, entry } = await decidedTry(api, certifier, candidate);
    for (const [days, options, grade] of [
      [15, {}, 2],
      [30, { rightAnswers: 26 }, 1],
    ] as const) {
      await shiftClock(api.db, `${days} days`);
      const { decision: later } = await again(candidate, options);
      expect(later).toMatchObject({ outcome: 'grant', grade, credential: null });
    }
    expect(await api.db.manager.countBy(Credential, { enrolmentId: entry.enrolmentId })).toBe(1);
    expect(await verify(decision.credential!.number)).toMatchObject({ state: 'valid' });
    expect((await mine(candidate)).tries.map(({ grade }) => grade)).toEqual([2, 2, 1]);
  });
});

describe('an end', () => {
  it('stands on the certificate, and passes to the instant', async () => {
    const candidate = await aCandidate(api);
    const { decision } = await decidedTry(api, certifier, candidate);
    const { number, expiresAt } = decision.credential!;
    const { body } = await anybody
      .get(`/api/credentials/${number}/certificate.pdf?locale=en`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(
      new Date(expiresAt!),
    );
    expect((await readPdf(body as Buffer)).text).toContain(day);
    expect(expiresAt).toBe(endOfDay(addInZone(decision.decidedAt, { months: 36 }, zone), zone));
    const ms = Date.parse(expiresAt!) - Date.now();
    await shiftClock(api.db, `${Math.floor(ms / 1000) - 60} seconds`);
    expect((await verify(number)).state).toBe('valid');
    await shiftClock(api.db, `${Math.ceil(ms / 1000) + 1} seconds`);
    expect((await verify(number)).state).toBe('expired');
    const { tries, next } = await mine(candidate);
    expect(tries[0]!.credential).toMatchObject({ status: 'expired' });
    const shown = await certifier.get(`/api/entries/${tries[0]!.entryId}/evidence`).expect(200);
    expect((shown.body as EvidenceView).decision!.credential!.status).toBe('expired');
    expect(next).toMatchObject({ kind: 'allowed', cause: 'retake' });
    const { decision: later } = await again(candidate, {});
    expect(later.credential).toMatchObject({ status: 'valid' });
    expect(await verify(number)).toMatchObject({ state: 'expired', credential: { supersededBy: null } });
    expect((await verify(later.credential!.number)).state).toBe('valid');
  });
});
