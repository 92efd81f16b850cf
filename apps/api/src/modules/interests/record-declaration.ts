import type { EntityManager } from 'typeorm';

/**
 * That somebody's interests, as they stand, are all that they have. When they said so, says the database alone; so not by way of the
 * entity, whose insert names every column.
 */
export const recordDeclaration = async (manager: EntityManager, personId: string): Promise<string> => {
  const [{ id }] = (await manager.query(
    'INSERT INTO interest_declaration (person_id) VALUES ($1) RETURNING id',
    [personId],
  )) as [{ id: string }];
  return id;
};
