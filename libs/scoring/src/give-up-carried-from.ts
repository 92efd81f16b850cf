import { decisionLifecycle, type DecisionOutcome, type DimensionCode } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { giveUpCarried } from './carry-dimension.ts';
import { waitingStates } from './may-count.ts';

export type TakenBack = {
  /** Whose scores count nowhere else from now on. */
  readonly fromEntryId: string;
  /** The withdrawal. */
  readonly decisionId: string;
  readonly actorId: string;
};

const granted: DecisionOutcome = 'grant';

/** In SQL: whether the decision in effect on an entry grants a grade. */
const isGranted = `EXISTS (SELECT FROM decision WHERE decision.entry_id = entry.id
  AND decision.outcome = '${granted}' AND decision.state = ${stateList(decisionLifecycle, 'effective')})`;

/**
 * Gives up what entries that wait for their decision carry over from one whose grade is taken back; what was sat there
 * has to be sat again. One that was opened again under a grant is left to people: that grant rests on it. Whoever calls holds all
 * entries of the enrolment.
 */
export const giveUpCarriedFrom = async (
  manager: EntityManager,
  { fromEntryId, decisionId, actorId }: TakenBack,
): Promise<void> => {
  const carriers: { entryId: string; dimension: DimensionCode }[] = await manager.query(
    `SELECT carried.entry_id AS "entryId", carried.dimension FROM score source
     JOIN score carried ON carried.carried_from_id = source.id
     JOIN entry_score pointer ON pointer.score_id = carried.id
     JOIN entry ON entry.id = carried.entry_id AND entry.state IN (${waitingStates})
     WHERE source.entry_id = $1 AND NOT ${isGranted} ORDER BY 1, 2`,
    [fromEntryId],
  );
  for (const { entryId, dimension } of carriers)
    await giveUpCarried(manager, {
      entryId,
      dimension,
      actorId,
      because: 'withdrawn',
      withdrawalId: decisionId,
    });
};
