import { Person, TrainerTerm } from '@ennead/persistence';
import { In, IsNull, type EntityManager } from 'typeorm';

/** Whoever trains a cohort now, by name. */
export const trainersOf = async (manager: EntityManager, cohortId: string): Promise<Person[]> => {
  const terms = await manager.findBy(TrainerTerm, { cohortId, untilAt: IsNull() });
  return manager.find(Person, {
    where: { id: In(terms.map(({ personId }) => personId)) },
    order: { name: 'ASC' },
  });
};

/**
 * Lets these and nobody else train a cohort from now on. The terms of those who no longer do end, and stay: they still bar from
 * deciding. Under the lock of the cohort.
 *
 * @returns who trained it before
 */
export const setTrainersOf = async (
  manager: EntityManager,
  cohortId: string,
  trainerIds: readonly string[],
): Promise<string[]> => {
  const before = (await trainersOf(manager, cohortId)).map(({ id }) => id);
  await manager.query(
    `UPDATE trainer_term SET until_at = clock()
     WHERE cohort_id = $1 AND until_at IS NULL AND person_id <> ALL ($2::uuid[])`,
    [cohortId, trainerIds],
  );
  const begun = trainerIds.filter((id) => !before.includes(id));
  // From when on, says the database alone.
  await manager.query(
    'INSERT INTO trainer_term (cohort_id, person_id) SELECT $1, person_id FROM unnest($2::uuid[]) person_id',
    [cohortId, begun],
  );
  return before;
};
