import type { AuditEventView } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

export type EventRow = Omit<AuditEventView, 'at' | 'actor'> & {
  at: Date;
  actorId: string | null;
  actorName: string | null;
};

export const selectEvents = `
  SELECT event.id::text, event.at, event.actor_id AS "actorId", actor.name AS "actorName", event.action,
    event.subject_kind AS "subjectKind", event.subject_id AS "subjectId", event.entry_id AS "entryId", event.detail
  FROM audit_event event LEFT JOIN person actor ON actor.id = event.actor_id`;

export const viewEvent = ({ at, actorId, actorName, ...rest }: EventRow): AuditEventView => ({
  ...rest,
  at: at.toISOString(),
  actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
});

/** Every step of one entry, oldest first. */
export const findTrail = async (manager: EntityManager, entryId: string): Promise<AuditEventView[]> => {
  const rows: EventRow[] = await manager.query(
    `${selectEvents} WHERE event.entry_id = $1 ORDER BY event.id`,
    [entryId],
  );
  return rows.map(viewEvent);
};
