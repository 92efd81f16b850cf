import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';

/** Waits until a statement in this database, of whichever role, waits for a lock that somebody else holds. */
export const untilBlocked = async (db: DataSource): Promise<void> => {
  await eventually(async () => {
    const [{ blocked }] = await db.query(
      `SELECT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity activity USING (pid)
       WHERE NOT pg_locks.granted AND activity.datname = current_database()) AS blocked`,
    );
    return blocked as boolean;
  });
};
