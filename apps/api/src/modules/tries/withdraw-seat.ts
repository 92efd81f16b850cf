import { entryLifecycle, Refusal, type ProblemCode } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import {
  CohortStay,
  endAccommodations,
  entries,
  ExamSession,
  readClock,
  transition,
  voidInvitationsOf,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { FoundEntry } from '../enrolments/find-entry.ts';

/** In whose name a seat is ended. */
type Withdrawer = 'candidate' | 'institution' | 'body';

type Terms = {
  readonly until: 'opensAt' | 'closesAt';
  /** Whether what has not come about yet can be ended later as well. */
  readonly pendingLater: boolean;
  readonly tooLate: ProblemCode;
  /** Where it is over or was begun. */
  readonly otherwise: ProblemCode;
  /** Whether a sitting can be ended that makes good a failure of the body. */
  readonly endsFreeSittings: boolean;
};

const terms: Readonly<Record<Withdrawer, Terms>> = {
  candidate: {
    until: 'opensAt',
    pendingLater: true,
    tooLate: 'SESSION_STARTED',
    otherwise: 'ENTRY_ENDED',
    endsFreeSittings: true,
  },
  institution: {
    until: 'opensAt',
    pendingLater: true,
    tooLate: 'SESSION_STARTED',
    otherwise: 'ENTRY_ENDED',
    endsFreeSittings: false,
  },
  // What was missed is an absence from then on.
  body: {
    until: 'closesAt',
    pendingLater: false,
    tooLate: 'ENTRY_UNDER_WAY',
    otherwise: 'ENTRY_UNDER_WAY',
    endsFreeSittings: true,
  },
};

type Withdrawn = {
  readonly as: Withdrawer;
  readonly actorId: string;
  readonly reason: string | null;
};

/**
 * Ends a seat before anything of it was begun, with the links that lead to it: the place is somebody else's then. The seat is
 * to be locked, and the caller's right to end it made sure of.
 *
 * @throws Refusal SESSION_STARTED, ENTRY_ENDED; by the body ENTRY_UNDER_WAY
 */
export const withdrawSeat = async (
  manager: EntityManager,
  { id, candidateId, examSessionId, cohortId, cause, state }: FoundEntry,
  { as, actorId, reason }: Withdrawn,
): Promise<void> => {
  const { until, pendingLater, tooLate, otherwise, endsFreeSittings } = terms[as];
  if (cause === 'free-sitting' && !endsFreeSittings) throw new Refusal(otherwise);
  const session = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
  const isBound = !pendingLater || state === birth(entryLifecycle, 'enter');
  if (isBound && session[until] <= (await readClock(manager))) throw new Refusal(tooLate);
  const withdrawn = await transition(manager, entries, id, {
    event: 'withdraw',
    actorId,
    guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
    set: { stateReason: reason },
    detail: { reason },
  });
  if (!withdrawn) throw new Refusal(otherwise);
  await endAccommodations(manager, id, actorId);
  if (cohortId === null) return;
  // Links name the cohort that they were made in: of somebody who was moved another one.
  const stays = await manager.findBy(CohortStay, { entryId: id });
  const cohorts = [cohortId, ...stays.map((stay) => stay.cohortId)];
  await voidInvitationsOf(manager, candidateId, actorId, { cohortId: In(cohorts) });
};
