import { recordAudit, type Interest } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type NewInterest = Pick<Interest, 'personId' | 'tie' | 'note'> &
  Partial<Pick<Interest, 'candidateId' | 'email' | 'institutionId' | 'entryId' | 'fromAt' | 'endedAt'>>;

/** Keeps what somebody said to tie them to whom. The trail names neither person nor address: it is read by others. */
export const declareInterest = async (manager: EntityManager, interest: NewInterest): Promise<void> => {
  const { personId, tie, candidateId, email, institutionId, note, entryId, fromAt, endedAt } = interest;
  // Not by way of the entity, whose insert names every column: since when it is declared, nobody may say.
  const [{ id }] = (await manager.query(
    `INSERT INTO interest (person_id, tie, candidate_id, email, institution_id, note, entry_id, from_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [personId, tie, candidateId, email, institutionId, note, entryId, fromAt, endedAt],
  )) as [{ id: string }];
  await recordAudit(manager, {
    actorId: interest.personId,
    action: 'interest.declared',
    subjectKind: 'interest',
    subjectId: id,
    ...(interest.entryId && { entryId: interest.entryId }),
    detail: { tie: interest.tie },
  });
};
