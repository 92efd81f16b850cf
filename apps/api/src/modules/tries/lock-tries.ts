import { Enrolment, Entry } from '@ennead/persistence';
import { holdInForce, lockForScoring } from '@ennead/scoring';
import { In, type EntityManager } from 'typeorm';
import { lockAccountsOf, lockCandidacies } from '../enrolments/lock-accounts.ts';

/**
 * Locks an enrolment with all its tries, and with those of the same person by other accounts, in the order that everybody keeps to: what is in force, the enrolment, its
 * entries by number. Whoever begins, scores or decides one of them does so before, or finds what comes of this.
 */
export const lockTries = async (manager: EntityManager, enrolmentId: string): Promise<Enrolment> => {
  await holdInForce(manager);
  const { candidateId, role, level } = await manager.findOneByOrFail(Enrolment, { id: enrolmentId });
  await lockAccountsOf(manager, [candidateId]);
  const ids = await lockCandidacies(manager, [candidateId], { role, level });
  const enrolment = await manager.findOneByOrFail(Enrolment, { id: enrolmentId });
  const entries = await manager.find(Entry, {
    where: { enrolmentId: In(ids) },
    order: { enrolmentId: 'ASC', number: 'ASC' },
  });
  for (const { id } of entries) await lockForScoring(manager, id);
  return enrolment;
};
