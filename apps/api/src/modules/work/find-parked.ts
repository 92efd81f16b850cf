import type { ParkedEvent, WorkView } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

const most = 100;

type Row = Omit<ParkedEvent, 'parkedAt'> & { parkedAt: Date };

/** What was given up after many tries, the oldest first, and how many there are. */
export const findParked = async (
  manager: EntityManager,
): Promise<Pick<WorkView, 'parked' | 'parkedCount'>> => {
  const rows: Row[] = await manager.query(
    `SELECT delivery.handler, event.id AS "eventId", event.name, event.subject_kind AS "subjectKind",
       event.subject_id AS "subjectId", event.entry_id AS "entryId", delivery.tries, delivery.fault,
       delivery.parked_at AS "parkedAt", (SELECT count(*)::int FROM event_delivery behind
         WHERE behind.handler = delivery.handler AND behind.subject_kind = delivery.subject_kind
           AND behind.subject_id = delivery.subject_id AND behind.event_id > delivery.event_id
           AND behind.handled_at IS NULL) AS "behindCount"
     FROM event_delivery delivery JOIN outbox_event event ON event.id = delivery.event_id
     WHERE delivery.handled_at IS NULL AND delivery.parked_at IS NOT NULL
     ORDER BY delivery.parked_at, event.id LIMIT $1`,
    [most],
  );
  const [total]: [{ count: number }] = await manager.query(
    'SELECT count(*)::int AS count FROM event_delivery WHERE handled_at IS NULL AND parked_at IS NOT NULL',
  );
  return {
    parked: rows.map(({ parkedAt, ...row }) => ({ ...row, parkedAt: parkedAt.toISOString() })),
    parkedCount: total.count,
  };
};
