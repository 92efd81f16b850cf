import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkView } from '@ennead/contracts';
import { AuditEvent, EventDelivery } from '@ennead/persistence';
import { moveDeadline, openSession, sit, type Sitting } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterAll(() => api?.close());

const view = async (): Promise<WorkView> =>
  (await administrator.get('/api/work').expect(200)).body as WorkView;

const handIn = async ({ client, id, writer }: Sitting): Promise<void> => {
  await client.post(`/api/attempts/${id}/submit`, { writer }).expect(200);
};

/** An exam that was handed in, and whose scoring was given up. */
const parked = async (): Promise<Sitting> => {
  const sitting = await sit(api, await openSession(api));
  await handIn(sitting);
  await api.work.settle();
  await api.db.query(
    `UPDATE event_delivery SET handled_at = NULL, parked_at = clock(), tries = 10, fault = 'the key is gone'
     WHERE subject_id = $1 AND handler = 'attempt-scoring'`,
    [sitting.id],
  );
  return sitting;
};

describe('background work', () => {
  it('is silent where no worker has ever been, and says what waits', async () => {
    await api.db.query('DELETE FROM duty');
    const sitting = await sit(api, await openSession(api));
    await api.work.settle();
    await handIn(sitting);
    const { duties, events, parkedCount } = await view();
    expect(duties).toMatchObject([
      { name: 'events', worker: null, ranAt: null, silent: true },
      { name: 'attempt-expiry', silent: true },
      { name: 'place-offering', silent: true },
      { name: 'review-return', silent: true },
      { name: 'review-assignment', silent: true },
      { name: 'reminders', silent: true },
      { name: 'mail-sending', silent: true },
      { name: 'mail-upkeep', silent: true },
      { name: 'log-in-failures', worker: null, silent: true },
      { name: 'retention', worker: null, silent: true },
      { name: 'trail-sealing', worker: null, silent: true },
    ]);
    expect(events.count).toBe(1);
    expect(events.oldestAt).not.toBeNull();
    expect(parkedCount).toBe(0);
    await api.work.settle();
    expect((await view()).events).toEqual({ count: 0, oldestAt: null });
  });

  it('shows who does it, that it failed, and that nothing is heard of it any more', async () => {
    await api.db.query(
      `INSERT INTO duty (name, worker, ran_at, did_at, failures, fault) VALUES
         ('events', 'host:1', clock(), clock(), 0, 'long ago'),
         ('attempt-expiry', 'host:1', clock(), NULL, 3, 'no such column'),
         ('review-assignment', 'host:1', clock() - interval '2 min', NULL, 0, NULL)`,
    );
    expect((await view()).duties).toMatchObject([
      { name: 'events', worker: 'host:1', failures: 0, fault: null, silent: false },
      { name: 'attempt-expiry', failures: 3, fault: 'no such column', silent: false },
      { name: 'place-offering', silent: true },
      { name: 'review-return', silent: true },
      { name: 'review-assignment', silent: true },
      { name: 'reminders', silent: true },
      { name: 'mail-sending', silent: true },
      { name: 'mail-upkeep', silent: true },
      { name: 'log-in-failures', worker: null, silent: true },
      { name: 'retention', worker: null, silent: true },
      { name: 'trail-sealing', worker: null, silent: true },
    ]);
  });

  it('that was given up is named with its reason, and done once somebody has it tried again', async () => {
    const { id } = await parked();
    const { parked: found, parkedCount } = await view();
    expect(parkedCount).toBe(1);
    expect(found).toMatchObject([
      {
        handler: 'attempt-scoring',
        name: 'attempt.submitted',
        subjectKind: 'attempt',
        subjectId: id,
        tries: 10,
        fault: 'the key is gone',
        behindCount: 0,
      },
    ]);
    const path = `/api/work/parked/attempt-scoring/${found[0]!.eventId}/retry`;
    await administrator.post(path).expect(204);
    await administrator.post(path).expect(404);
    expect(await api.db.manager.findBy(AuditEvent, { action: 'event.retried' })).toMatchObject([
      { subjectId: found[0]!.eventId, detail: { handler: 'attempt-scoring', fault: 'the key is gone' } },
    ]);
    await api.work.settle();
    expect((await view()).parkedCount).toBe(0);
    const delivery = await api.db.manager.findOneByOrFail(EventDelivery, { subjectId: id });
    expect(delivery).toMatchObject({ tries: 0, parkedAt: null });
    expect(delivery.handledAt).not.toBeNull();
  });

  it('of a handler that there is no more is shown by its name, and can be asked for', async () => {
    await parked();
    await api.db.query(`UPDATE event_delivery SET handler = 'of-yore' WHERE parked_at IS NOT NULL`);
    const { parked: found } = await view();
    expect(found).toMatchObject([{ handler: 'of-yore' }]);
    await administrator.post(`/api/work/parked/of-yore/${found[0]!.eventId}/retry`).expect(204);
    await api.db.query(`DELETE FROM event_delivery WHERE handler = 'of-yore'`);
  });

  it('counts exams that are over and not ended', async () => {
    const { id } = await sit(api, await openSession(api));
    await moveDeadline(api.db, id, -30);
    expect((await view()).overdue.count).toBe(1);
    await api.work.finish(id);
    expect((await view()).overdue.count).toBe(0);
  });

  it.each(['Nobody/1', 'attempt-scoring/0', 'attempt-scoring/x', 'attempt-scoring/9999999999999999999'])(
    'of no such name is refused: %s',
    async (name) => {
      await administrator.post(`/api/work/parked/${name}/retry`).expect(400);
    },
  );

  it('of nobody’s making is not found', async () => {
    await administrator.post('/api/work/parked/lab-scoring/999999999/retry').expect(404);
  });
});
