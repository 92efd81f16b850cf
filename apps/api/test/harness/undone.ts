import type { DataSource, EntityManager } from 'typeorm';

/** Does something in a transaction and takes it back, whatever came of it. */
export const undone = async <Result>(
  db: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> => {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  try {
    return await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};
