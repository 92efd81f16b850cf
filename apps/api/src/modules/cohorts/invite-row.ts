import { Refusal, type EntryCause, type RosterRow } from '@ennead/contracts';
import type { NextTry } from '@ennead/domain';
import type { Cohort, Entry, ExamSession, Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { answerBy } from '../sessions/answer-by.ts';
import { enterSession } from '../enrolments/enter-session.ts';

type Invited = {
  readonly person: Person;
  readonly cohort: Cohort;
  readonly judged: {
    readonly session: ExamSession;
    readonly nextTries: ReadonlyMap<string, NextTry>;
  };
  readonly caller: Caller;
  readonly importId: string | null;
  readonly answerDays: number;
};

/**
 * Nobody is entered by somebody else: whoever is named says yes, or no.
 *
 * @returns `open` where an own person's try was begun in the last moment; `unseen` where somebody who is not the institution's is in
 * the session by another way, which is not the institution's to learn
 */
export const inviteRow = async (
  manager: EntityManager,
  row: RosterRow,
  { person, cohort, judged, caller, importId, answerDays }: Invited,
): Promise<Entry | 'open' | 'unseen'> => {
  try {
    return await enterSession(
      manager,
      {
        actorId: caller.id,
        candidateId: person.id,
        session: judged.session,
        cohortId: cohort.id,
        cause: causeOf(judged.session, judged.nextTries.get(person.id)),
        roster: { rosterImportId: importId, rosterName: row.name, studentNumber: row.studentNumber },
        answerBy: answerBy(judged.session.id, answerDays),
      },
      'invite',
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'ENTRY_OPEN') throw error;
    return person.institutionId === cohort.institutionId ? 'open' : 'unseen';
  }
};

/** Under the rules of tries; a first entry for whoever was never enrolled. What it is in truth is judged once more upon a yes. */
const causeOf = ({ purpose }: ExamSession, next: NextTry | undefined): EntryCause => {
  if (purpose === 'mock') return 'mock';
  return next?.kind === 'allowed' ? next.cause : 'first';
};
