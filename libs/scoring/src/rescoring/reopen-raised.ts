import { entryLifecycle, type DecisionOutcome } from '@ennead/contracts';
import { isRaised, isReachedAgain, type DecidedGrade } from '@ennead/domain';
import {
  credentialHeld,
  decisionInEffect,
  entries,
  vouched,
  stateList,
  transition,
} from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Projection } from './project-entry.ts';

/** A decided grade, and whether its candidate holds less than it. */
export type Decided = DecidedGrade & { readonly holdsLess: boolean };

/**
 * The decision in effect on a decided entry; null where it has none, and where the grade was withdrawn although the
 * scores came to it: what somebody took back for another reason no rescoring brings back.
 */
export const findDecided = async (manager: EntityManager, entryId: string): Promise<Decided | null> => {
  const [found]: Decided[] = await manager.query(
    `SELECT (decision.basis -> 'result' ->> 'grade')::int AS computed, decision.grade AS granted,
       NOT EXISTS (SELECT FROM credential WHERE credential.enrolment_id = entry.enrolment_id AND ${credentialHeld}
         AND (credential.facts ->> 'grade')::int >= decision.grade) AS "holdsLess"
     FROM entry JOIN decision ON decision.entry_id = entry.id
     WHERE entry.id = $1 AND entry.state IN (${stateList(entryLifecycle, 'decided')})
       AND ${decisionInEffect} AND decision.outcome <> $2`,
    [entryId, 'withdraw' satisfies DecisionOutcome],
  );
  return found ?? null;
};

/**
 * Whether a decided entry is to be decided again: its scores come to more than when it was decided; or they had fallen below what
 * was granted, so that nobody brought it back when a better grade was taken back, and reach it again.
 */
export const opensAgain = (decided: Decided, before: number | null, after: number | null): boolean =>
  isRaised(decided, after) || (decided.holdsLess && isReachedAgain(decided, before, after));

/** Opens a decided entry again where its records come to a grade that has to be decided. */
export const reopenRaised = async (
  manager: EntityManager,
  { entryId, gradeBefore, gradeAfter }: Pick<Projection, 'entryId' | 'gradeBefore' | 'gradeAfter'>,
  { runId, actorId }: { readonly runId: string; readonly actorId: string },
): Promise<boolean> => {
  const decided = await findDecided(manager, entryId);
  if (!decided || !opensAgain(decided, gradeBefore, gradeAfter)) return false;
  const reopened = await transition(manager, entries, entryId, {
    event: 'reopen',
    actorId,
    guards: { 'grade-changed': vouched },
    detail: { runId, gradeBefore: decided.computed, gradeAfter },
  });
  return reopened !== null;
};
