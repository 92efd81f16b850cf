import type { ClearanceKind } from '@ennead/contracts';
import { Clearance, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type NewClearance = {
  readonly entryId: string;
  readonly kind: ClearanceKind;
  readonly holds: boolean;
  readonly by: string;
  readonly detail: Record<string, unknown>;
};

/** Sets down that something which is asked before the first part is there, or is not; what was set down before stays. */
export const recordClearance = async (
  manager: EntityManager,
  { entryId, kind, holds, by, detail }: NewClearance,
): Promise<void> => {
  const { id } = await manager.save(manager.create(Clearance, { entryId, kind, holds, by, detail }));
  await recordAudit(manager, {
    actorId: by,
    action: 'clearance.recorded',
    subjectKind: 'clearance',
    subjectId: id,
    entryId,
    // What was given or seen is in the clearance: names do not belong in the trail, where nothing is taken out.
    detail: { kind, holds },
  });
};
