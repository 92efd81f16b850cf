import { Clearance, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { NewClearance } from './record-clearance.ts';

/** Sets down that something which was given or seen holds no longer, by what; it is asked anew. */
export const voidClearance = async (
  manager: EntityManager,
  { entryId, kind, by, detail }: Omit<NewClearance, 'holds'>,
): Promise<void> => {
  const { id } = await manager.save(manager.create(Clearance, { entryId, kind, holds: false, by, detail }));
  await recordAudit(manager, {
    actorId: by,
    action: 'clearance.voided',
    subjectKind: 'clearance',
    subjectId: id,
    entryId,
    detail: { kind, ...detail },
  });
};
