import { Refusal } from '@ennead/contracts';
import { RosterImport, type Cohort } from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { holdCohort } from './hold-cohort.ts';

/**
 * An import with its cohort, first of all that `lock-seats` names: its rows go in, or are taken back, one after another. Whatever only
 * refers to it does not wait, as a seat does that becomes something twice in one transaction.
 *
 * @throws Refusal NOT_FOUND, COHORT_ARCHIVED
 */
export const holdImport = async (
  manager: EntityManager,
  { cohortId, importId }: { readonly cohortId: string; readonly importId: string },
): Promise<{ readonly cohort: Cohort; readonly made: RosterImport }> => {
  await holdInForce(manager);
  const cohort = await holdCohort(manager, cohortId);
  const made = await manager.findOne(RosterImport, {
    where: { id: importId, cohortId },
    lock: { mode: 'for_no_key_update' },
  });
  if (!made) throw new Refusal('NOT_FOUND');
  return { cohort, made };
};
