import { Interest, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type NewInterest = Pick<Interest, 'personId' | 'tie' | 'note'> &
  Partial<Pick<Interest, 'candidateId' | 'email' | 'institutionId' | 'entryId' | 'untilAt'>>;

/** Keeps what somebody said to tie them to whom. The trail names neither person nor address: it is read by others. */
export const declareInterest = async (manager: EntityManager, interest: NewInterest): Promise<void> => {
  const { id } = await manager.save(manager.create(Interest, interest));
  await recordAudit(manager, {
    actorId: interest.personId,
    action: 'interest.declared',
    subjectKind: 'interest',
    subjectId: id,
    ...(interest.entryId && { entryId: interest.entryId }),
    detail: { tie: interest.tie },
  });
};
