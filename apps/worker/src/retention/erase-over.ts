import { recordAudit } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { transact } from '../transact.ts';

/**
 * Erases what is over by the scheme in force, some of it at a time, and writes down how much. What that is decides the database,
 * in which alone the worker cannot erase otherwise.
 *
 * @returns how many rows were erased
 */
export const eraseOver = (db: DataSource): Promise<number> =>
  transact(db, async (manager) => {
    const erased: { kind: string; count: number }[] = await manager.query('SELECT * FROM erase_over()');
    for (const { kind, count } of erased)
      await recordAudit(manager, {
        actorId: null,
        action: 'records.erased',
        subjectKind: 'records',
        subjectId: kind,
        detail: { count },
      });
    return erased.reduce((sum, { count }) => sum + count, 0);
  });
