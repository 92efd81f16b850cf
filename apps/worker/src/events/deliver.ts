import type { DataSource, EntityManager } from 'typeorm';
import type { Handler, OutboxFact } from './handler.ts';
import { transact } from '../transact.ts';
import { nextTryInSec } from './next-try.ts';

export type Delivery = { readonly handler: string; readonly eventId: string };

/** With the request that the event happened for, where there was one. */
export type DueDelivery = Delivery & { readonly requestId: string | null };

/** In SQL: neither done nor given up, and its time has come. */
const isDue = `delivery.handled_at IS NULL AND delivery.parked_at IS NULL
  AND (delivery.due_at IS NULL OR delivery.due_at <= clock())`;

/** What can be delivered now, what never failed before what did, oldest first: of the events of one subject only the first that a handler has not handled. */
export const findDue = (db: DataSource, handlers: readonly Handler[], most: number): Promise<DueDelivery[]> =>
  db.query(
    `SELECT handler, event_id AS "eventId", request_id AS "requestId"
     FROM event_delivery delivery JOIN outbox_event event ON event.id = delivery.event_id
     WHERE ${isDue} AND handler = ANY ($1) AND NOT EXISTS (SELECT FROM event_delivery earlier
       WHERE earlier.handler = delivery.handler AND earlier.subject_kind = delivery.subject_kind
         AND earlier.subject_id = delivery.subject_id AND earlier.event_id < delivery.event_id
         AND earlier.handled_at IS NULL)
     ORDER BY tries, event_id LIMIT $2`,
    [handlers.map(({ name }) => name), most],
  );

/**
 * Has one event handled, with the mark that it was in the same transaction.
 *
 * @returns false for what another has taken
 */
export const deliver = (db: DataSource, handler: Handler, eventId: string): Promise<boolean> =>
  transact(db, async (manager) => {
    const event = await take(manager, handler, eventId);
    if (!event) return false;
    await handler.handle(manager, event);
    await manager.query(
      'UPDATE event_delivery SET handled_at = clock() WHERE handler = $1 AND event_id = $2',
      [handler.name, eventId],
    );
    return true;
  });

const take = async (
  manager: EntityManager,
  { name }: Handler,
  eventId: string,
): Promise<OutboxFact | undefined> => {
  const [event]: OutboxFact[] = await manager.query(
    `SELECT event.id, event.name, event.subject_kind AS "subjectKind", event.subject_id AS "subjectId"
     FROM event_delivery delivery JOIN outbox_event event ON event.id = delivery.event_id
     WHERE delivery.handler = $1 AND delivery.event_id = $2 AND ${isDue}
     FOR UPDATE OF delivery SKIP LOCKED`,
    [name, eventId],
  );
  return event;
};

/**
 * Writes down that a handler failed, and when it is tried again, or that it is not.
 *
 * @returns whether it is parked now
 */
export const noteFailure = async (
  db: DataSource,
  { handler, eventId }: Delivery,
  fault: unknown,
): Promise<boolean> =>
  transact(db, async (manager) => {
    const [found]: { tries: number }[] = await manager.query(
      `SELECT tries FROM event_delivery WHERE handler = $1 AND event_id = $2 AND handled_at IS NULL FOR UPDATE`,
      [handler, eventId],
    );
    if (!found) return false;
    const tries = found.tries + 1;
    const waitSec = nextTryInSec(tries);
    await manager.query(
      `UPDATE event_delivery SET tries = $3, fault = $4, due_at = clock() + make_interval(secs => $5),
         parked_at = CASE WHEN $5::float8 IS NULL THEN clock() END
       WHERE handler = $1 AND event_id = $2`,
      [handler, eventId, tries, textOf(fault), waitSec],
    );
    return waitSec === null;
  });

/** As the database can hold it. */
const textOf = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).replaceAll('\0', '').slice(0, 2_000);
