import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, SavedView } from '@ennead/contracts';
import { Attempt, Response, ResponseSave, Score } from '@ennead/persistence';
import { aSave, moveDeadline, openSession, sit, type Sitting } from './attempts-harness.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const send = ({ client, id, writer }: Sitting, saves: object[], as = writer) =>
  client.post(`/api/attempts/${id}/saves`, { writer: as, saves });
const item = ({ view }: Sitting, at: number) => view.items[at]!;
const single = ({ view }: Sitting) => view.items.find(({ type }) => type === 'single')!;
const choose = (sitting: Sitting, sequence: number, option: number) => ({
  sequence,
  itemId: single(sitting).id,
  value: { chosen: [single(sitting).options![option]!.id] },
  flagged: false,
});

describe('saving', () => {
  it('acknowledges what is committed, with a revision for each item', async () => {
    const sitting = await sit(api, session);
    const first = await send(sitting, [aSave(item(sitting, 0), 1), aSave(item(sitting, 1), 2, true)]).expect(
      200,
    );
    const saved = first.body as SavedView;
    expect(saved).toEqual({
      savedAt: saved.serverNow,
      revisions: expect.arrayContaining([
        { itemId: item(sitting, 0).id, revision: 1 },
        { itemId: item(sitting, 1).id, revision: 1 },
      ]),
      deadlineAt: sitting.view.deadlineAt,
      serverNow: expect.any(String),
    });
    const second = await send(sitting, [{ ...aSave(item(sitting, 0), 3), value: null }]).expect(200);
    expect(second.body).toMatchObject({ revisions: [{ itemId: item(sitting, 0).id, revision: 2 }] });
    const rows = await api.db.manager.find(ResponseSave, {
      where: { attemptId: sitting.id },
      order: { sequence: 1 },
    });
    expect(rows.map(({ sequence, flagged }) => [sequence, flagged])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    const response = await api.db.manager.findOneByOrFail(Response, {
      attemptId: sitting.id,
      itemId: item(sitting, 0).id,
    });
    expect(response).toMatchObject({ value: null, revision: 2 });
  });

  it('keeps the last of several changes of one item, and counts them all', async () => {
    const sitting = await sit(api, session);
    const saves = [choose(sitting, 1, 0), choose(sitting, 2, 1), choose(sitting, 3, 2)];
    const { body } = await send(sitting, saves).expect(200);
    expect(body).toMatchObject({ revisions: [{ revision: 3 }] });
    const response = await api.db.manager.findOneByOrFail(Response, { attemptId: sitting.id });
    expect(response.value).toEqual(saves[2]!.value);
  });

  it('takes the same saves any number of times, also at once, and applies them once', async () => {
    const sitting = await sit(api, session);
    const saves = [aSave(item(sitting, 0), 1), aSave(item(sitting, 1), 2)];
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(sitting, saves).expect(200)));
    // What was saved before is told in the same shape as what is saved now.
    for (const { body } of answers)
      expect(body).toEqual({
        savedAt: expect.any(String),
        revisions: [0, 1].map(() => ({ itemId: expect.any(String), revision: 1 })),
        deadlineAt: sitting.view.deadlineAt,
        serverNow: expect.any(String),
      });
    const overlapping = await send(sitting, [saves[1]!, aSave(item(sitting, 2), 3)]).expect(200);
    expect((overlapping.body as SavedView).revisions).toHaveLength(2);
    const rows = await api.db.manager.findBy(Response, { attemptId: sitting.id });
    expect(rows.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  it('never acknowledges another answer under a number that is taken', async () => {
    const sitting = await sit(api, session);
    await send(sitting, [choose(sitting, 1, 0)]).expect(200);
    const answer = await send(sitting, [choose(sitting, 1, 1)]).expect(409);
    expect(answer.body.code).toBe('SAVES_OUT_OF_ORDER');
    const response = await api.db.manager.findOneByOrFail(Response, { attemptId: sitting.id });
    expect(response.value).toEqual(choose(sitting, 1, 0).value);
  });

  it('refuses what comes too early, and takes it once the gap is filled', async () => {
    const sitting = await sit(api, session);
    const early = [aSave(item(sitting, 1), 2)];
    expect((await send(sitting, early).expect(409)).body.code).toBe('SAVES_OUT_OF_ORDER');
    await send(sitting, [aSave(item(sitting, 0), 1)]).expect(200);
    await send(sitting, early).expect(200);
    const holed = [aSave(item(sitting, 2), 3), aSave(item(sitting, 3), 5)];
    await send(sitting, holed).expect(400);
  });

  it.each([
    ['an item of no form', { itemId: 'no-such-item' }],
    ['another type’s answer', { value: { truth: true } }],
    ['an option the item does not have', { value: { chosen: ['H'] } }],
    ['two options of a single choice', { value: { chosen: ['A', 'B'] } }],
  ])('refuses %s and changes nothing', async (_, fault) => {
    const sitting = await sit(api, session);
    const answer = await send(sitting, [{ ...choose(sitting, 1, 0), ...fault }]).expect(400);
    expect(answer.body.code).toBe('RESPONSE_INVALID');
    expect(await api.db.manager.countBy(Response, { attemptId: sitting.id })).toBe(0);
    expect(await api.db.manager.findOneBy(Attempt, { id: sitting.id })).toMatchObject({ sequence: 0 });
  });
});

describe('two pages', () => {
  it('let the newest write; the older one is told, and loses nothing that was acknowledged', async () => {
    const sitting = await sit(api, session);
    await send(sitting, [choose(sitting, 1, 0)]).expect(200);
    const taken = await sitting.client.post(`/api/attempts/${sitting.id}/writer`).expect(200);
    expect(taken.body).toMatchObject({ writer: 2, sequence: 0, responses: [{ revision: 1 }] });
    const refused = await send(sitting, [choose(sitting, 2, 1)]).expect(409);
    expect(refused.body.code).toBe('ATTEMPT_MOVED');
    await send(sitting, [choose(sitting, 1, 2)], 2).expect(200);
    // What the older page sent before, and whose acknowledgement it may have missed, is still acknowledged.
    await send(sitting, [choose(sitting, 1, 0)]).expect(200);
    const submission = await sitting.client
      .post(`/api/attempts/${sitting.id}/submit`, { writer: 1 })
      .expect(409);
    expect(submission.body.code).toBe('ATTEMPT_MOVED');
    const response = await api.db.manager.findOneByOrFail(Response, { attemptId: sitting.id });
    expect(response).toMatchObject({ value: choose(sitting, 1, 2).value, revision: 2 });
  });
});

describe('after the end', () => {
  it('a save within two seconds of the deadline still counts, a later one does not', async () => {
    const sitting = await sit(api, session);
    await moveDeadline(api.db, sitting.id, -1);
    await send(sitting, [choose(sitting, 1, 0)]).expect(200);
    await moveDeadline(api.db, sitting.id, -3);
    const late = await send(sitting, [choose(sitting, 2, 1)]).expect(409);
    expect(late.body.code).toBe('ATTEMPT_EXPIRED');
    // A repeat of what was acknowledged is acknowledged for ever.
    await send(sitting, [choose(sitting, 1, 0)]).expect(200);
    const view = await sitting.client.get(`/api/attempts/${sitting.id}`).expect(200);
    expect(view.body).toMatchObject({ items: [], responses: [] });
    expect((await sitting.client.post(`/api/attempts/${sitting.id}/writer`).expect(409)).body.code).toBe(
      'ATTEMPT_EXPIRED',
    );
  });

  it('nothing is saved once it is handed in', async () => {
    const sitting = await sit(api, session);
    await sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer: 1 }).expect(200);
    const refusals = async () => {
      const save = await send(sitting, [choose(sitting, 1, 0)]).expect(409);
      const writer = await sitting.client.post(`/api/attempts/${sitting.id}/writer`).expect(409);
      return [save.body.code, writer.body.code];
    };
    expect(await refusals()).toEqual(['ATTEMPT_CLOSED', 'ATTEMPT_CLOSED']);
    // Nor does anybody who handed in hear later that their time ran out.
    await moveDeadline(api.db, sitting.id, -3);
    expect(await refusals()).toEqual(['ATTEMPT_CLOSED', 'ATTEMPT_CLOSED']);
  });

  it('a save and a submission at once leave one truth', async () => {
    const sitting = await sit(api, session);
    const [save] = await Promise.all([
      send(sitting, [choose(sitting, 1, 0)]),
      sitting.client.post(`/api/attempts/${sitting.id}/submit`, { writer: 1 }).expect(200),
    ]);
    await api.work.settle();
    const of = { kind: 'response', attemptId: sitting.id, itemId: single(sitting).id } as const;
    const { detail } = await api.db.manager.findOneByOrFail(Score, of);
    expect(detail['outcome'] === 'unanswered').toBe(save.status !== 200);
  });
});
