import type { EntityManager } from 'typeorm';

/** Shared by whoever scores by what is in force, alone for whoever moves it: so nothing is scored half by each. */
const inForceLock = 7_420_003;

/**
 * To be taken before anything else in a transaction that writes scores: what is in force stays as it is until the
 * transaction ends, and the scores of one entry are written one after another.
 */
export const lockForScoring = async (manager: EntityManager, entryId: string): Promise<void> => {
  await holdInForce(manager);
  await manager.query('SELECT id FROM entry WHERE id = $1 FOR NO KEY UPDATE', [entryId]);
};

/** For whoever locks an enrolment first, and then its entries. */
export const holdInForce = (manager: EntityManager): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock_shared($1)', [inForceLock]);

/** Waits for all who are scoring and keeps others from it; nothing else is locked in the same transaction before. */
export const lockInForce = (manager: EntityManager): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock($1)', [inForceLock]);
