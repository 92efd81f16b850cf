import type { DataSource, EntityManager } from 'typeorm';

/** A transaction that gives up what somebody else holds for long, and is tried again later: others wait behind it. */
export const transact = <Result>(
  db: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> =>
  db.transaction(async (manager) => {
    await manager.query(`SET LOCAL lock_timeout = '1s'`);
    return work(manager);
  });
