import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRecord, ExamSessionView, PublicItem } from '@ennead/contracts';
import { Attempt, Score } from '@ennead/persistence';
import { aSave, openSession, sit, type Sitting } from './attempts-harness.ts';
import { aScoredCase, grant, rightAnswer } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterAll(() => api?.close());

const recordOf = async (entryId: string, client = administrator) =>
  (await client.get(`/api/entries/${entryId}/record`).expect(200)).body as CaseRecord;

describe('the answers of a sitting', () => {
  let sitting: Sitting;
  let first: PublicItem;
  beforeAll(async () => {
    sitting = await sit(api, session);
    first = sitting.view.items[0]!;
    const { item } = (await api.content()).items.get(first.id)!;
    const save = (writer: number, saves: object[]) =>
      sitting.client.post(`/api/attempts/${sitting.id}/saves`, { writer, saves }).expect(200);
    await save(sitting.writer, [aSave(first, 1), { ...aSave(first, 2, true), value: null }]);
    const { body } = await sitting.client.post(`/api/attempts/${sitting.id}/writer`).expect(200);
    const { writer } = body as { writer: number };
    await save(writer, [{ ...aSave(first, 1), value: rightAnswer(item) }]);
    await sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer }).expect(200);
    await api.work.settle();
  });

  it('are shown save by save, with the page that wrote them, and what was credited', async () => {
    const { exams } = await recordOf(sitting.entry.id);
    const [answer, ...others] = exams[0]!.answers;
    expect(exams[0]).toMatchObject({ submitCause: 'candidate', startedAt: expect.any(String) });
    expect(answer!.item).toEqual(first);
    expect(answer!.saves).toMatchObject([
      { revision: 1, page: 1, flagged: false, value: aSave(first, 1).value },
      { revision: 2, page: 1, flagged: true, value: null },
      { revision: 3, page: 2, flagged: false },
    ]);
    expect(answer!.credit).toMatchObject({ outcome: 'right', earned: 1, of: 1 });
    expect(others.map(({ itemId }) => itemId)).toEqual(sitting.view.items.slice(1).map(({ id }) => id));
    expect(new Set(others.map(({ credit }) => credit?.outcome))).toEqual(new Set(['unanswered']));
    expect(others.every(({ saves }) => saves.length === 0)).toBe(true);
  });

  it('come without anything of a key', async () => {
    const { text } = await administrator.get(`/api/entries/${sitting.entry.id}/record`).expect(200);
    const words = ['"key":', '"rationale":', '"accept":', '"tolerance":', '"nonce":'];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    for (const { item } of (await api.content()).items.values())
      for (const rationale of Object.values(item.rationale))
        expect(text).not.toContain(JSON.stringify(rationale));
  });

  it('are read although a question is gone, and although nothing was scored yet', async () => {
    const begun = await sit(api, session);
    expect((await recordOf(begun.entry.id)).exams[0]!.answers[0]).toMatchObject({ credit: null, saves: [] });
    await api.db.manager.update(Attempt, { id: begun.id }, { layout: [] });
    expect((await recordOf(begun.entry.id)).exams[0]!.answers).toHaveLength(begun.view.items.length);
  });
});

describe('the record of a case', () => {
  it('holds marks with whose they are, the verdict by check, the composite and the decision', async () => {
    const { client: certifier } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' });
    const { entry, assessors } = await aScoredCase(api, session);
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const record = await recordOf(entry.id);
    expect(record.labs[0]!.verdict).toMatchObject({ signature: 'verified' });
    const { checks } = record.labs[0]!.verdict!;
    expect(checks.length).toBeGreaterThan(1);
    expect(checks.reduce((sum, { earnedCents }) => sum + earnedCents, 0)).toBe(record.labs[0]!.scoreCents);
    expect(Object.keys(checks[0]!)).toEqual(['id', 'title', 'passed', 'total', 'earnedCents', 'pointsCents']);
    expect(record.portfolios[0]!.reviews.map(({ reviewerName }) => reviewerName).sort()).toEqual(
      assessors.map(({ name }) => name).sort(),
    );
    expect(record.portfolios[0]!.reviews[0]!.marks).toHaveLength(record.portfolios[0]!.criteria.length);
    const composite = await api.db.manager.findOneByOrFail(Score, { entryId: entry.id, kind: 'composite' });
    expect(record.result.compositeTenThousandths).toBe(
      (Number(composite.rawNum) * 1_000_000) / Number(composite.rawDen),
    );
    expect(record.decisions).toMatchObject([{ outcome: 'grant', grade: 2, certifierName: 'Wen Shu' }]);
    expect(await recordOf(entry.id, certifier)).toMatchObject({ decisions: record.decisions });
  });

  it('is nobody’s but those who may read the trail', async () => {
    const { entry } = await aScoredCase(api, session);
    for (const roles of [['candidate'], ['assessor'], ['manager'], ['trainer'], ['moderator']] as const) {
      const { client } = await logInAs(api, { roles: [...roles] });
      await client.get(`/api/entries/${entry.id}/record`).expect(403);
    }
    // Who is the candidate may not, in whatever other role they look.
    const own = await logInAs(api, { roles: ['certifier'] });
    await api.db.query('UPDATE enrolment SET candidate_id = $1 WHERE id = $2', [
      own.person.id,
      entry.enrolmentId,
    ]);
    await own.client.get(`/api/entries/${entry.id}/record`).expect(403);
  });
});
