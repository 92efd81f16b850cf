import { holdInForce } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { lockTries } from './lock-tries.ts';

/*
 * Whatever makes, keeps or ends seats takes what it needs in one order, and leaves out what it does not:
 *
 *   what is in force, cohorts by id, the import, the session, its places, people by address, the accounts of one person and whether they
 *   are being enrolled (`lock-accounts`), enrolments by id, their entries by number, invitations.
 *
 * So whoever waits for one of them holds nothing that somebody waits for who holds it.
 */

/**
 * One seat, so that nothing becomes of it meanwhile but what this transaction makes of it.
 *
 * @throws Refusal NOT_FOUND
 */
export const lockSeat = async (manager: EntityManager, entryId: string): Promise<FoundEntry> => {
  await holdInForce(manager);
  const { examSessionId, candidateId, enrolmentId } = await findEntry(manager, entryId);
  await holdSession(manager, examSessionId);
  await lockPerson(manager, candidateId);
  await lockTries(manager, enrolmentId);
  return findEntry(manager, entryId);
};

/**
 * Every seat that came of an import, as far as what comes before them in that order is held already.
 *
 * @returns their ids, in the order of their people
 */
export const lockSeatsOf = async (manager: EntityManager, rosterImportId: string): Promise<string[]> => {
  const people: { enrolmentId: string }[] = await manager.query(
    `SELECT enrolment.id AS "enrolmentId" FROM person JOIN enrolment ON enrolment.candidate_id = person.id
     WHERE enrolment.id IN (SELECT enrolment_id FROM entry WHERE roster_import_id = $1)
     ORDER BY person.email FOR NO KEY UPDATE OF person`,
    [rosterImportId],
  );
  const enrolmentIds = people.map(({ enrolmentId }) => enrolmentId);
  await manager.query('SELECT FROM enrolment WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    enrolmentIds,
  ]);
  const entries: { id: string; isOf: boolean }[] = await manager.query(
    `SELECT id, roster_import_id IS NOT DISTINCT FROM $2 AS "isOf" FROM entry WHERE enrolment_id = ANY ($1::uuid[])
     ORDER BY enrolment_id, number FOR NO KEY UPDATE`,
    [enrolmentIds, rosterImportId],
  );
  return entries.filter(({ isOf }) => isOf).map(({ id }) => id);
};
