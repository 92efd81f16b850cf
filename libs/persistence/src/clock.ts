import type { DataSource, EntityManager } from 'typeorm';

/** What time it is for every rule: the database's, so that all processes agree. */
export const readClock = async (db: Pick<EntityManager, 'query'> | DataSource): Promise<Date> => {
  const [row] = (await db.query('SELECT clock() AS now')) as [{ now: Date }];
  return row.now;
};
