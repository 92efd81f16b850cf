import type { EntityManager } from 'typeorm';

export type AuditEntry = {
  actorId: string | null;
  /** `<noun>.<past participle>`, for example `attempt.submitted`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  entryId?: string;
  detail?: Record<string, unknown>;
};

/** Somebody who looks at the same again within so long is on the same look. */
const oneLook = '10 minutes';

/** Adds that somebody looked at something, once a look. Two that come at once may both be written. */
export const recordViewing = async (
  manager: EntityManager,
  {
    actorId,
    action,
    subjectKind,
    subjectId,
    entryId,
    detail = {},
  }: AuditEntry & { readonly actorId: string },
): Promise<void> => {
  await manager.query(
    `INSERT INTO audit_event (actor_id, action, subject_kind, subject_id, entry_id, detail)
     SELECT $1::uuid, $2::text, $3::text, $4::text, $5::uuid, $6::jsonb
     WHERE NOT EXISTS (
       SELECT FROM audit_event
       WHERE subject_kind = $3 AND subject_id = $4 AND actor_id = $1 AND action = $2 AND detail = $6
         AND at > clock() - interval '${oneLook}')`,
    [actorId, action, subjectKind, subjectId, entryId ?? null, detail],
  );
};

/** Adds to the audit trail. `manager` must be the transaction of the action itself, so that neither exists alone. */
export const recordAudit = async (manager: EntityManager, entry: AuditEntry): Promise<void> => {
  // Not by way of the entity, whose insert reads back what was added: most processes may only add.
  await manager.query(
    `INSERT INTO audit_event (actor_id, action, subject_kind, subject_id, entry_id, detail)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      entry.actorId,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.entryId ?? null,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
};
