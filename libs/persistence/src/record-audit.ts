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
