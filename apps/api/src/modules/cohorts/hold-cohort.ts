import { Refusal } from '@ennead/contracts';
import { Cohort } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * The cohort, as it stays until the transaction ends: whoever changes who is in it does so one after another. To be taken before its
 * session.
 *
 * @throws Refusal NOT_FOUND; COHORT_ARCHIVED
 */
export const holdCohort = async (manager: EntityManager, id: string): Promise<Cohort> => {
  const cohort = await manager.findOne(Cohort, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!cohort) throw new Refusal('NOT_FOUND');
  if (cohort.archivedAt) throw new Refusal('COHORT_ARCHIVED');
  return cohort;
};
