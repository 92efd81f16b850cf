import type { DataSource } from 'typeorm';
import { transact } from '../transact.ts';
import type { Handler } from './handler.ts';

/** Only one distributes at a time: what came first is on its way first. */
const distributionLock = 7_420_011;

/**
 * Makes a delivery of each new event for each handler that is to be told of it, in the order in which they happened to
 * their subject: whatever moves a subject holds its row, so that its events are numbered as they are committed. Events that others
 * are still committing come with the next call.
 *
 * @returns how many events were distributed
 */
export const distribute = (db: DataSource, handlers: readonly Handler[], most: number): Promise<number> => {
  const wanted = handlers.flatMap(({ name, on }) => on.map((event) => ({ event, name })));
  return transact(db, async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [distributionLock]);
    const [, count] = (await manager.query(
      `WITH happened AS (
         SELECT id, name, subject_kind, subject_id FROM outbox_event
         WHERE distributed_at IS NULL ORDER BY id LIMIT $1),
       delivered AS (
         INSERT INTO event_delivery (handler, event_id, subject_kind, subject_id)
         SELECT wanted.handler, happened.id, subject_kind, subject_id
         FROM happened JOIN unnest($2::text[], $3::text[]) AS wanted(name, handler) USING (name))
       UPDATE outbox_event SET distributed_at = clock() FROM happened WHERE outbox_event.id = happened.id`,
      [most, wanted.map(({ event }) => event), wanted.map(({ name }) => name)],
    )) as [unknown[], number];
    return count;
  });
};
