import { attemptLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { inTime, stateList } from '@ennead/persistence';
import { expireAttempt } from '@ennead/scoring';
import type { DataSource } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';

/** Few, for each of them may wait a second for whoever holds it. */
const most = 50;
const running = stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire'));

/**
 * Hands in attempts whose time is up, oldest first, with the browser closed too.
 *
 * @returns how many were handed in
 * @throws AggregateError as `forEach` does
 */
export const expireOverdue = async (db: DataSource): Promise<number> => {
  const overdue: { id: string }[] = await db.query(
    `SELECT id FROM attempt WHERE state IN (${running}) AND scored_at IS NULL AND NOT (${inTime})
     ORDER BY deadline_at LIMIT $1`,
    [most],
  );
  const ids = overdue.map(({ id }) => id);
  return forEach(ids, (id) => transact(db, async (manager) => (await expireAttempt(manager, id)) !== null));
};
