import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  saveGraceSec,
  type AttemptReportView,
  type ExamSessionView,
  type ResponseValue,
} from '@ennead/contracts';
import type { Content } from '@ennead/content';
import type { Item } from '@ennead/contracts/internal';
import { Attempt, AuditEvent, Score } from '@ennead/persistence';
import { aWindow, openSession, partPath, sit, type Sitting } from './attempts-harness.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let items: Content['items'];
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  ({ items } = await api.content());
  session = await openSession(api);
});
afterAll(() => api?.close());

const rightAnswer = (item: Item): ResponseValue => {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { chosen: item.key };
    case 'true-false':
      return { truth: item.key };
    case 'numeric':
      return { text: String(item.key.value) };
    case 'short-text':
      return { text: item.key.accept[0]! };
  }
};

const itemOf = (id: string): Item => items.get(id)!.item;

const answerAll = ({ client, id, view, writer }: Sitting) =>
  client
    .post(`/api/attempts/${id}/saves`, {
      writer,
      saves: view.items.map(({ id: itemId }, at) => ({
        sequence: at + 1,
        itemId,
        value: rightAnswer(itemOf(itemId)),
        flagged: false,
      })),
    })
    .expect(200);

/** Every text of the form that no candidate may read before its release. */
const secretsOf = ({ view }: Sitting): string[] =>
  view.items.flatMap(({ id }) => {
    const item = itemOf(id);
    const options = 'options' in item ? item.options : [];
    const accepted = item.type === 'short-text' ? item.key.accept.map((text) => JSON.stringify(text)) : [];
    const rationales = [item.rationale, ...options.map(({ rationale }) => rationale)];
    return [...rationales.flatMap((text) => [text['zh-CN'], text.en]).map(inJson), ...accepted];
  });

const afterGrace = (instant: string) => new Date(Date.parse(instant) + saveGraceSec * 1000).toISOString();

/** Closes every session while something is looked at, but not parts that close at a date of their own. */
const whileClosed = async <T>(look: () => Promise<T>): Promise<T> => {
  const sessions: { id: string; closes_at: Date }[] = await api.db.query(
    'SELECT id, closes_at FROM exam_session',
  );
  await api.db.query(`UPDATE exam_session SET closes_at = now() - interval '3 s'`);
  const seen = await look();
  for (const { id, closes_at } of sessions)
    await api.db.query('UPDATE exam_session SET closes_at = $2 WHERE id = $1', [id, closes_at]);
  return seen;
};

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

describe('keys and rationales', () => {
  it('are in no answer of any exam endpoint, before, during and after the sitting', async () => {
    const sitting = await sit(api, session);
    const { client, id, entry } = sitting;
    const bodies: string[] = [];
    const keep = (answer: { text: string }) => bodies.push(answer.text);
    keep(await client.get('/api/entries/mine'));
    keep(await client.post(partPath(entry, session, 'form')));
    keep(await client.get(`/api/attempts/${id}`));
    keep(await client.get(`/api/attempts/${id}/clock`));
    keep(await client.get(`/api/attempts/${id}/report`));
    const taken = await client.post(`/api/attempts/${id}/writer`);
    keep(taken);
    const { writer } = taken.body as { writer: number };
    // The candidate's own answers are theirs to see: here they say nothing that the key says.
    keep(
      await client.post(`/api/attempts/${id}/saves`, {
        writer,
        saves: [{ sequence: 1, itemId: sitting.view.items[0]!.id, value: null, flagged: true }],
      }),
    );
    keep(await client.post(`/api/attempts/${id}/saves`, { writer, saves: [] }));
    keep(await client.post(`/api/attempts/${id}/submit`, { writer }));
    await api.work.settle();
    keep(await client.get(`/api/attempts/${id}`));
    keep(await client.get(`/api/attempts/${id}/report`));
    keep(await client.get('/api/entries/mine'));
    keep(await client.get('/api/sessions'));
    const all = bodies.join('\n');
    expect(all).toContain(inJson(sitting.view.items[0]!.stem.en));
    expect(secretsOf(sitting).filter((secret) => all.includes(secret))).toEqual([]);
    expect(all).not.toMatch(/"(key|rationale|accept|tolerance|difficulty|optionRationales)"/);
  });
});

describe('the report', () => {
  it('is refused until the sitting is scored', async () => {
    const { client, id } = await sit(api, session);
    expect((await client.get(`/api/attempts/${id}/report`).expect(409)).body.code).toBe('REPORT_NOT_READY');
  });

  it('gives full marks for what the keys say, by competency, without the keys while others may sit', async () => {
    const sitting = await sit(api, session);
    await answerAll(sitting);
    await sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer: sitting.writer }).expect(200);
    await api.work.settle();
    const { body } = await sitting.client.get(`/api/attempts/${sitting.id}/report`).expect(200);
    const report = body as AttemptReportView;
    expect(report).toMatchObject({ scoreCents: 10_000, itemCount: 40, answeredCount: 40, items: null });
    expect(report.competencies.map(({ itemCount }) => itemCount).sort()).toEqual([10, 12, 9, 9]);
    expect(report.competencies[0]!.title.en).not.toBe(report.competencies[0]!.competency);
  });

  it('shows item by item why, once the session has closed for everybody', async () => {
    const closing = await openSession(api);
    const sitting = await sit(api, closing);
    await answerAll(sitting);
    await sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer: sitting.writer }).expect(200);
    await api.work.settle();
    const report = async () =>
      (await sitting.client.get(`/api/attempts/${sitting.id}/report`).expect(200)).body as AttemptReportView;
    await api.db.query(`UPDATE exam_session SET closes_at = now() - interval '3 s' WHERE id = $1`, [
      closing.id,
    ]);
    // Another session, whose forms are drawn from the same bank, is open still.
    expect(await report()).toMatchObject({ items: null, releaseAt: afterGrace(session.closesAt) });
    const { items } = await whileClosed(report);
    expect(items!.map(({ item }) => item)).toEqual(sitting.view.items);
    for (const released of items!) {
      const item = itemOf(released.item.id);
      expect(released).toMatchObject({
        outcome: 'right',
        rationale: item.rationale,
        response: rightAnswer(item),
      });
    }
  });
});

it('keeps the keys while a form that closes after its session may still be sat', async () => {
  const closesAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const parts = session.parts.map(({ dimension, kind, contentId }) => ({
    dimension,
    kind,
    contentId,
    closesAt: kind === 'form' ? closesAt : null,
  }));
  const later = await openSession(api, { ...aWindow(), parts });
  const sitting = await sit(api, later);
  await sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer: sitting.writer }).expect(200);
  await api.work.settle();
  const report = async () =>
    (await sitting.client.get(`/api/attempts/${sitting.id}/report`).expect(200)).body as AttemptReportView;
  await api.db.query(`UPDATE exam_session SET closes_at = clock() - interval '1 min' WHERE id = $1`, [
    later.id,
  ]);
  const held = await whileClosed(report);
  expect(held.items).toBeNull();
  expect(held.releaseAt).toBe(afterGrace(closesAt));
  await api.db.query(
    `UPDATE session_part SET closes_at = clock() - interval '3 s' WHERE exam_session_id = $1 AND kind = 'form'`,
    [later.id],
  );
  expect((await whileClosed(report)).items).toHaveLength(40);
});

describe('submitting', () => {
  it('many times at once hands in once and scores once', async () => {
    const { client, id, writer } = await sit(api, session);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => client.post(`/api/attempts/${id}/submit`, { writer }).expect(200)),
    );
    for (const { body } of answers)
      expect(body).toMatchObject({
        submitCause: 'candidate',
        submittedAt: answers[0]!.body.submittedAt,
      });
    await api.work.settle();
    const events = await api.db.manager.find(AuditEvent, { where: { subjectId: id }, order: { id: 'ASC' } });
    expect(events.map(({ action }) => action)).toEqual([
      'attempt.started',
      'attempt.taken-over',
      'attempt.submitted',
      'attempt.scored',
    ]);
    expect(await api.db.manager.findOneBy(Attempt, { id })).toMatchObject({ submitCause: 'candidate' });
    expect(await api.db.manager.findBy(Score, { attemptId: id, kind: 'attempt' })).toMatchObject([
      { reportedCents: 0 },
    ]);
  });
});
