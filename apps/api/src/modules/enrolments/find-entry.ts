import { Refusal, type EntryCause, type EntryState, type LevelCode, type RoleCode } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandOwn } from '../../http/demand.ts';

/** An entry with whose it is and what it is for. */
export type FoundEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly candidateId: string;
  readonly role: RoleCode;
  readonly level: LevelCode;
  readonly examSessionId: string;
  readonly cohortId: string | null;
  readonly number: number;
  readonly cause: EntryCause;
  readonly state: EntryState;
};

/** @throws Refusal NOT_FOUND when there is none */
export const findEntry = async (manager: EntityManager, id: string): Promise<FoundEntry> => {
  const [found]: FoundEntry[] = await manager.query(
    `SELECT entry.id, entry.enrolment_id AS "enrolmentId", enrolment.candidate_id AS "candidateId", enrolment.role,
       enrolment.level, entry.exam_session_id AS "examSessionId", entry.cohort_id AS "cohortId", entry.number,
       entry.cause, entry.state
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id WHERE entry.id = $1`,
    [id],
  );
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
};

/** @throws Refusal NOT_FOUND for somebody else's entry as for one that does not exist */
export const findOwnEntry = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<FoundEntry> => {
  const found = await findEntry(manager, id);
  demandOwn(caller, 'entry.sit', found);
  return found;
};
