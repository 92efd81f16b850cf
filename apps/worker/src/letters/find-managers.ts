import type { EntityManager } from 'typeorm';

/** Who manages the institutions whose cohorts have entries among these. */
export const findManagersOf = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<string[]> => {
  const people: { id: string }[] = await manager.query(
    `SELECT DISTINCT person.id FROM entry JOIN cohort ON cohort.id = entry.cohort_id
     JOIN person ON person.institution_id = cohort.institution_id AND 'manager' = ANY (person.roles)
       AND person.disabled_at IS NULL
     WHERE entry.id = ANY ($1::uuid[]) ORDER BY person.id`,
    [entryIds],
  );
  return people.map(({ id }) => id);
};
