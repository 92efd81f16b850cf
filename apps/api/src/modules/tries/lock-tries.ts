import { Entry, type Enrolment } from '@ennead/persistence';
import { holdInForce, lockForScoring } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { lockEnrolment } from '../enrolments/lock-enrolment.ts';

/**
 * Locks an enrolment with all its tries, in the order that everybody keeps to: what is in force, the enrolment, its
 * entries by number. Whoever begins, scores or decides one of them does so before, or finds what comes of this.
 */
export const lockTries = async (manager: EntityManager, enrolmentId: string): Promise<Enrolment> => {
  await holdInForce(manager);
  const enrolment = await lockEnrolment(manager, { id: enrolmentId });
  const entries = await manager.find(Entry, { where: { enrolmentId }, order: { number: 'ASC' } });
  for (const { id } of entries) await lockForScoring(manager, id);
  return enrolment;
};
