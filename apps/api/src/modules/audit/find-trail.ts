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

/** How somebody sits is nobody's business who marks or decides: not even that it was asked for. */
const isAboutSitting = `subject_kind = 'accommodation'`;

/**
 * The numbers of every step of one entry, and of its enrolment, which other entries may share; oldest first.
 *
 * @param decides whether whoever reads it is one who decides
 */
export const findCaseEvents = async (
  manager: EntityManager,
  entryId: string,
  decides: boolean,
): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT id::text FROM (
       SELECT id FROM audit_event WHERE entry_id = $1 AND NOT ($2 AND ${isAboutSitting})
       UNION SELECT id FROM audit_event
       WHERE subject_kind = 'enrolment' AND subject_id = (SELECT enrolment_id::text FROM entry WHERE id = $1)) step
     ORDER BY step.id`,
    [entryId, decides],
  );
  return rows.map(({ id }) => id);
};

/** Every step of one entry that whoever decides may know of, oldest first. */
export const findTrail = async (manager: EntityManager, entryId: string): Promise<AuditEventView[]> => {
  const rows: EventRow[] = await manager.query(
    `${selectEvents} WHERE event.entry_id = $1 AND NOT ${isAboutSitting} ORDER BY event.id`,
    [entryId],
  );
  return rows.map(viewEvent);
};
