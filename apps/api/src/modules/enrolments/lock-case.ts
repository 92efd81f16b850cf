import type { EntityManager } from 'typeorm';
import type { Case } from './case.ts';
import { findCase } from './find-cases.ts';
import { findEntry } from './find-entry.ts';
import { lockEnrolment } from './lock-enrolment.ts';

/**
 * A case for whoever decides on it. The enrolment is locked before the entry, so that decisions on two tries of one
 * candidate, such as two grants, follow one another.
 *
 * @returns the case as it is once nobody else has it
 * @throws Refusal NOT_FOUND
 */
export const lockCase = async (manager: EntityManager, entryId: string): Promise<Case> => {
  const { enrolmentId } = await findEntry(manager, entryId);
  await lockEnrolment(manager, { id: enrolmentId });
  await manager.query('SELECT id FROM entry WHERE id = $1 FOR UPDATE', [entryId]);
  return findCase(manager, entryId);
};
