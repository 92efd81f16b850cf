import { decisionLifecycle, entryLifecycle, type DecisionOutcome } from '@ennead/contracts';
import { isRaised, type DecidedGrade } from '@ennead/domain';
import { entries, held, stateList, transition } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * The decision in effect on a decided entry; null where it has none, and where the grade was withdrawn although the
 * scores came to it: what somebody took back for another reason no rescoring brings back.
 */
export const findDecided = async (manager: EntityManager, entryId: string): Promise<DecidedGrade | null> => {
  const [found]: DecidedGrade[] = await manager.query(
    `SELECT (decision.basis -> 'result' ->> 'grade')::int AS computed, decision.grade AS granted
     FROM entry JOIN decision ON decision.entry_id = entry.id
     WHERE entry.id = $1 AND entry.state IN (${stateList(entryLifecycle, 'decided')})
       AND decision.state IN (${stateList(decisionLifecycle, 'effective')}) AND decision.outcome <> $2`,
    [entryId, 'withdraw' satisfies DecisionOutcome],
  );
  return found ?? null;
};

/** Opens a decided entry again when the grade that its records reach rose above that of its decision. */
export const reopenRaised = async (
  manager: EntityManager,
  { entryId, grade }: { readonly entryId: string; readonly grade: number | null },
  { runId, actorId }: { readonly runId: string; readonly actorId: string },
): Promise<boolean> => {
  const decided = await findDecided(manager, entryId);
  if (!decided || !isRaised(decided, grade)) return false;
  const reopened = await transition(manager, entries, entryId, {
    event: 'reopen',
    actorId,
    guards: { 'grade-changed': held },
    detail: { runId, gradeBefore: decided.computed, gradeAfter: grade },
  });
  return reopened !== null;
};
