import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  formatComposite,
  type EntryResultView,
  type ExamSessionView,
  type LevelCode,
  type OwnEntry,
} from '@ennead/contracts';
import { addInZone, endOfDay } from '@ennead/domain';
import { ExamSession } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant, withScores } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { logInAs, PASSWORD } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

const as = async (email: string): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};
const resultOf = (client: Client, entryId: string) => client.get(`/api/entries/${entryId}/result`);

describe('the composed result', () => {
  it.each<[LevelCode, number, number, number, string, number | null]>([
    ['junior', 8_000, 7_000, 6_000, '76.50', 2],
    ['junior', 9_200, 8_800, 7_000, '89.90', 2],
    ['junior', 9_200, 8_840, 7_000, '90.00', 3],
    ['intermediate', 8_000, 7_000, 6_000, '72.50', 4],
    ['intermediate', 4_999, 10_000, 10_000, '74.995', null],
    ['senior', 5_000, 9_000, 9_600, '85.00', 8],
    ['senior', 9_000, 9_000, 9_000, '90.00', 9],
    ['senior', 5_999, 6_000, 6_000, '59.998', null],
  ])('%s %d %d %d is %s, grade %p', async (level, knowledge, skills, practice, composite, grade) => {
    const entry = await withScores(api, session, level, { knowledge, skills, practice });
    const { body } = await resultOf(certifier, entry.id).expect(200);
    expect(formatComposite(body.result.compositeTenThousandths)).toBe(composite);
    expect(body.result).toMatchObject({ grade, level, scheme: session.scheme });
  });

  it('names the floor under which there is no grade', async () => {
    const entry = await withScores(api, session, 'junior', {
      knowledge: 4_999,
      skills: 10_000,
      practice: 10_000,
    });
    const { body } = await resultOf(certifier, entry.id).expect(200);
    expect(body.result.grade).toBeNull();
    expect(body.result.reasons).toEqual([
      { kind: 'under-floor', dimension: 'knowledge', scoreCents: 4_999, floorCents: 5_000 },
    ]);
  });

  it('says what is missing and shows no score before its part is finally scored', async () => {
    const { entry, candidate } = await aScoredCase(api, session, {
      rightAnswers: null,
      skillsCents: null,
      marks: null,
    });
    await api.db.query(
      `INSERT INTO attempt (entry_id, session_part_id, form_id, seed, layout, state, started_at, deadline_at)
       SELECT $1, part.id, form.id, 1, '[]', 'open', clock(), clock() + interval '1 hour'
       FROM session_part part JOIN form ON form.session_part_id = part.id WHERE part.exam_session_id = $2`,
      [entry.id, session.id],
    );
    const { body } = await resultOf(await as(candidate.email), entry.id).expect(200);
    expect(body.result.reasons).toEqual(
      ['knowledge', 'skills', 'practice'].map((dimension) => ({ kind: 'missing', dimension })),
    );
    expect(body.result.compositeTenThousandths).toBeNull();
    expect(body.sources).toMatchObject([
      { dimension: 'knowledge', weight: 1, state: 'open', scoreCents: null },
      { dimension: 'skills', weight: 1, state: 'not-started', scoreCents: null },
      { dimension: 'practice', weight: 1, state: 'not-started', scoreCents: null },
    ]);
  });

  it('tells where each score comes from, and never who reviewed', async () => {
    const { entry, candidate, assessors } = await aScoredCase(api, session);
    const { body } = await resultOf(await as(candidate.email), entry.id).expect(200);
    expect(body).toMatchObject({ shows: 'full', own: true, decision: null, credential: null });
    expect(body.sources[2]).toMatchObject({ state: 'scored', submittedReviews: 2, adjudicated: false });
    for (const { name, id } of assessors) {
      expect(JSON.stringify(body)).not.toContain(name);
      expect(JSON.stringify(body)).not.toContain(id);
    }
  });

  it('keeps to the scheme of its session, whatever the newest scheme says', async () => {
    const own = await openSession(api);
    const { entry } = await aScoredCase(api, own);
    const { schemeHash } = await api.db.manager.findOneByOrFail(ExamSession, { id: own.id });
    const scheme = structuredClone(await api.bank.scheme(schemeHash));
    scheme.levels[0]!.cuts[1]!.compositeCents = 8_300;
    const otherHash = await putBody(api.db, 'scheme', scheme);
    await api.db.manager.update(ExamSession, { id: own.id }, { schemeHash: otherHash });
    const { body } = await resultOf(certifier, entry.id).expect(200);
    expect(body.result).toMatchObject({ compositeTenThousandths: 800_000, grade: 1 });
  });
});

describe('an appeal', () => {
  it('may be made to the end of the last day that the scheme gives, and is over after it', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const client = await as(candidate.email);
    const { decision } = (await resultOf(client, entry.id).expect(200)).body as EntryResultView;
    const zone = 'Asia/Shanghai';
    const until = endOfDay(addInZone(decision!.decidedAt, { days: 30 }, zone), zone);
    expect(decision!.appeal).toEqual({ until, isOver: false });
    const own = (await client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(own.find(({ id }) => id === entry.id)!.result.appeal).toEqual({ until, isOver: false });
  });
});

describe('who sees a result', () => {
  it('its candidate and certifiers do; another candidate learns nothing of it', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    await resultOf(await as(candidate.email), entry.id).expect(200);
    const { client: other } = await logInAs(api);
    const answer = await resultOf(other, entry.id).expect(404);
    expect(answer.body.code).toBe('NOT_FOUND');
    const { client: assessor } = await logInAs(api, { roles: ['assessor'] });
    await resultOf(assessor, entry.id).expect(403);
  });

  it('a certifier who assessed it does not, for that would tell the name', async () => {
    const { entry, assessors } = await aScoredCase(api, session);
    const answer = await resultOf(await as(assessors[0].email), entry.id).expect(403);
    expect(answer.body.code).toBe('DECISION_CONFLICT');
  });

  it('the manager of the institution sees scores and state, no reason and no number; others see nothing', async () => {
    const cohort = await aCohort(api, session);
    const { entry } = await aScoredCase(api, session, { cohort });
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const own = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
    const { body } = await resultOf(own.client, entry.id).expect(200);
    expect(body).toMatchObject({
      shows: 'scores',
      decision: { outcome: 'grant', grade: 2, reason: null, certifierName: null },
      credential: { number: null, status: 'valid' },
    });
    expect(JSON.stringify(body)).not.toContain(grant.reason);
    const other = await aCohort(api, session);
    const stranger = await logInAs(api, { roles: ['manager'], institutionId: other.institutionId });
    await resultOf(stranger.client, entry.id).expect(404);
  });
});
