import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';

/** Waits until so many statements in this database, of whichever role, wait for locks that others hold. */
export const untilBlocked = async (db: DataSource, statements = 1): Promise<void> => {
  await eventually(async () => {
    const [{ blocked }] = await db.query(
      `SELECT count(DISTINCT pid)::int AS blocked FROM pg_locks JOIN pg_stat_activity activity USING (pid)
       WHERE NOT pg_locks.granted AND activity.datname = current_database()`,
    );
    return blocked >= statements;
  });
};
