import { entryLifecycle, type EventFacts } from '@ennead/contracts';
import { requestId } from '@ennead/telemetry';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../record-audit.ts';

export type Act = {
  /** Null where the platform itself acts. */
  readonly actorId: string | null;
  /** The entry that the thing belongs to, where its row does not say so itself. */
  readonly entryId?: string | null;
  readonly detail?: Record<string, unknown>;
};

/** The entry that a thing belongs to: what its row says, or what the caller knows. */
export const entryIdOf = (
  thing: string,
  row: { readonly id?: unknown; readonly entryId?: unknown },
  { entryId }: Act,
): string | null =>
  ((thing === entryLifecycle.thing ? row.id : row.entryId) as string | undefined) ?? entryId ?? null;

/** The line in the trail and the event for whoever has to follow, in the transaction of the move itself. */
export const recordMove = async (
  manager: EntityManager,
  thing: string,
  { done }: EventFacts,
  subject: { readonly id: string; readonly entryId: string | null },
  { actorId, detail }: Act,
): Promise<void> => {
  const name = `${thing}.${done}`;
  await recordAudit(manager, {
    actorId,
    action: name,
    subjectKind: thing,
    subjectId: subject.id,
    ...(subject.entryId && { entryId: subject.entryId }),
    detail,
  });
  // Reads nothing back: most processes may only add.
  await manager.query(
    'INSERT INTO outbox_event (name, subject_kind, subject_id, entry_id, request_id) VALUES ($1, $2, $3, $4, $5)',
    [name, thing, subject.id, subject.entryId, requestId() ?? null],
  );
};
