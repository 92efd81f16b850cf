import type { EntityManager } from 'typeorm';
import { AuditEvent } from './entities/audit-event.ts';

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
  await manager.insert(AuditEvent, {
    actorId: entry.actorId,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    entryId: entry.entryId ?? null,
    detail: { ...entry.detail },
  } as never);
};
