import type { Enrolment } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { lockTries } from './lock-tries.ts';

/**
 * A case for whoever decides on it or ends it, with all tries of the candidate's enrolment: two grants follow one another,
 * and what is taken back is not carried into another try meanwhile.
 *
 * @returns the case as it is once nobody else has it
 * @throws Refusal NOT_FOUND
 */
export const lockCase = async (
  manager: EntityManager,
  entryId: string,
): Promise<{ found: Case; enrolment: Enrolment }> => {
  const { enrolmentId } = await findEntry(manager, entryId);
  const enrolment = await lockTries(manager, enrolmentId);
  return { found: await findCase(manager, entryId), enrolment };
};
