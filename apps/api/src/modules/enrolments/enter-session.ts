import type { ClearanceKind, EntryCause, EventOf, LevelCode, RoleCode } from '@ennead/contracts';
import { entryLifecycle, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  type Birth,
  create,
  endAccommodations,
  type Enrolment,
  enrolments,
  entries,
  type Entry,
  entryStateNow,
  isOverPending,
  isOverUnbegun,
  transition,
  vouched,
} from '@ennead/persistence';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { keepClearances } from './keep-clearances.ts';
import { lockAccountsOf, shareEnrolling } from './lock-accounts.ts';
import { lockEnrolment } from './lock-enrolment.ts';

export type NewEntry = {
  readonly actorId: string | null;
  readonly candidateId: string;
  readonly session: { readonly id: string; readonly role: RoleCode; readonly level: LevelCode };
  readonly cohortId: string | null;
  readonly cause: EntryCause;
  /** What an institution's roster says of the candidate. */
  readonly roster?: Partial<Pick<Entry, 'rosterImportId' | 'rosterName' | 'studentNumber'>>;
  /** Until when whoever is only invited may say yes, in SQL. */
  readonly answerBy?: Sql;
};

/** How an entry comes to be: at once; upon the body's confirmation; upon the candidate's own yes; or once a place is free. */
export type Entering = EventOf<typeof entryLifecycle> & ('enter' | 'request' | 'invite' | 'wait');

/**
 * Enters a candidate into a session: one more try of the enrolment for its role and level, which is made with the
 * first. Run in a transaction; whether another try may be taken, and whether there is a place, is for the caller to have judged. What
 * came to nothing before it is set down.
 *
 * @throws Refusal ENTRY_OPEN while an entry of the enrolment is open, or one of the same person by another account, or one for this session counts
 */
export const enterSession = async (
  manager: EntityManager,
  { actorId, candidateId, session, cohortId, cause, roster, answerBy }: NewEntry,
  as: Entering = 'enter',
): Promise<Entry> => {
  const enrolment = await claimEnrolment(manager, actorId, candidateId, session);
  await setDownEnded(manager, enrolment.id, actorId);
  if (cause !== 'mock' && (as === 'enter' || as === 'request') && (await isOpenElsewhere(manager, enrolment)))
    throw new Refusal('ENTRY_OPEN');
  const made = {
    actorId,
    values: {
      enrolmentId: enrolment.id,
      examSessionId: session.id,
      cohortId,
      enteredBy: actorId,
      cause,
      ...roster,
      ...(answerBy && { answerBy }),
      number: sql`(SELECT coalesce(max(number), 0) + 1 FROM entry WHERE enrolment_id = ${enrolment.id})`,
    },
    detail: { examSessionId: session.id, cause },
  };
  const entry = await bear(manager, made, as);
  if (!entry) throw new Refusal('ENTRY_OPEN');
  await keepClearances(manager, { enrolmentId: enrolment.id, entryId: entry.id, kinds: keptOf(cause) });
  return entry;
};

/** Of one enrolment an index holds that; of the same person's other accounts whoever enters looks, under `lockAccountsOf`. */
const isOpenElsewhere = async (
  manager: EntityManager,
  { id, candidateId, role, level }: Enrolment,
): Promise<boolean> => {
  const open: unknown[] = await manager.query(
    `SELECT FROM same_account same JOIN enrolment ON enrolment.candidate_id = same.also_id
     JOIN entry ON entry.enrolment_id = enrolment.id JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE same.person_id = $1 AND enrolment.role = $2 AND enrolment.level = $3 AND enrolment.id <> $4
       AND entry.cause <> 'mock' AND ${entryStateNow} = ANY ($5) LIMIT 1`,
    [
      candidateId,
      role,
      level,
      id,
      sourcesOf(entryLifecycle, 'decide').concat(sourcesOf(entryLifecycle, 'confirm')),
    ],
  );
  return open.length > 0;
};

/** Years of work do not grow fewer; what a failure of ours spoilt leaves everything but who sits there in its place. */
const keptOf = (cause: EntryCause): ClearanceKind[] =>
  cause === 'free-sitting' ? ['application', 'names', 'experience'] : ['experience'];

type Made = Pick<Birth<typeof entryLifecycle, Entry, 'enter'>, 'actorId' | 'values' | 'detail'>;

const bear = (manager: EntityManager, made: Made, as: Entering): Promise<Entry | null> => {
  switch (as) {
    case 'enter':
    case 'request':
      return create(manager, entries, { ...made, event: as, guards: { 'may-try': vouched } });
    case 'invite':
      return create(manager, entries, { ...made, event: as });
    case 'wait':
      return create(manager, entries, { ...made, event: as, guards: { full: vouched } });
  }
};

/** Absences, and what never came about, but for one entry that is spoken of itself: under the enrolment's lock, so that nothing of them can begin meanwhile. */
export const setDownEnded = async (
  manager: EntityManager,
  enrolmentId: string,
  actorId: string | null,
  except: string | null = null,
): Promise<void> => {
  const ended: { id: string; isMissed: boolean }[] = await manager.query(
    `SELECT entry.id, ${isOverUnbegun} AS "isMissed" FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE entry.enrolment_id = $1 AND entry.id IS DISTINCT FROM $2 AND (${isOverUnbegun} OR ${isOverPending})
     ORDER BY entry.number`,
    [enrolmentId, except],
  );
  const unbegun = sql`entry.first_sat_at IS NULL`;
  for (const { id, isMissed } of ended) {
    await (isMissed
      ? transition(manager, entries, id, {
          event: 'miss',
          actorId,
          guards: { 'not-begun': unbegun, over: vouched },
        })
      : transition(manager, entries, id, { event: 'lapse', actorId, guards: { over: vouched } }));
    await endAccommodations(manager, id, actorId);
  }
};

/** The enrolment, locked: entries of one person for one role and level are made one after another. */
export const claimEnrolment = async (
  manager: EntityManager,
  actorId: string | null,
  candidateId: string,
  { role, level }: NewEntry['session'],
): Promise<Enrolment> => {
  await lockAccountsOf(manager, [candidateId]);
  const values = { candidateId, role, level };
  const made = await create(manager, enrolments, { event: 'apply', actorId, values });
  if (!made) return lockEnrolment(manager, values);
  await shareEnrolling(manager, candidateId);
  return made;
};
