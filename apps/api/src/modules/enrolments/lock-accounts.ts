import type { Certification } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/**
 * Where some of these people have several accounts, whatever is done about any of them is done one after another: to be taken before
 * any of their enrolments, of which each account has its own. Of everybody else nothing is locked.
 */
export const lockAccountsOf = async (manager: EntityManager, personIds: readonly string[]): Promise<void> => {
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('same_person|' || kept_id, 0)) FROM (
       SELECT DISTINCT kept_id FROM same_person
       WHERE holds AND (kept_id = ANY ($1::uuid[]) OR other_id = ANY ($1::uuid[])) ORDER BY kept_id) kept`,
    [personIds],
  );
};

/** Locks what these people are enrolled for of a role and level, by whichever of their accounts. @returns the ids */
export const lockCandidacies = async (
  manager: EntityManager,
  personIds: readonly string[],
  { role, level }: Certification,
): Promise<string[]> => {
  const locked: { id: string }[] = await manager.query(
    `SELECT id FROM enrolment WHERE role = $2 AND level = $3
       AND id IN (SELECT enrolment_id FROM candidacy WHERE person_id = ANY ($1::uuid[])) ORDER BY id FOR NO KEY UPDATE`,
    [personIds, role, level],
  );
  return locked.map(({ id }) => id);
};

/** Nobody of these is enrolled for anything for the first time until the transaction ends: there is no row yet that could be locked. */
export const lockEnrolling = async (
  manager: EntityManager,
  people: readonly { readonly id: string }[],
): Promise<void> => {
  for (const { id } of people)
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('enrolling|' || $1, 0))`, [id]);
};

/** Of somebody who was enrolled just now: waits for whoever says what accounts are theirs, or is waited for. */
export const shareEnrolling = (manager: EntityManager, personId: string): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('enrolling|' || $1, 0))`, [personId]);
