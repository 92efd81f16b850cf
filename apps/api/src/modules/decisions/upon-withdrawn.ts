import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';

/** Whether what stands of an entry is that its grade was taken back: until it is decided anew its scores count nowhere else. */
export const isWithdrawn = ({ decision }: Pick<Case, 'decision'>): boolean =>
  decision?.outcome === 'withdraw';

/** The numbers of the tries whose grade is taken back and whose scores an entry carries, the first one first. */
export const findUponWithdrawn = async (
  manager: EntityManager,
  { enrolmentId, carried }: Pick<Case, 'enrolmentId' | 'carried'>,
): Promise<number[]> => {
  if (carried.length === 0) return [];
  const sources = new Set(carried.map(({ fromEntryId }) => fromEntryId));
  const cases = await findCasesOf(manager, enrolmentId);
  return cases
    .filter((one) => sources.has(one.entryId) && isWithdrawn(one))
    .map(({ number }) => number)
    .sort((one, other) => one - other);
};
