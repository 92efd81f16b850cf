import type { DimensionCode } from '@ennead/contracts';
import { grantInEffect } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { countedElsewhere } from './counted-elsewhere.ts';
import { giveUpCarried } from './carry-dimension.ts';
import { waitingStates } from './may-count.ts';

export type TakenBack = {
  /** Whose scores count nowhere else from now on. */
  readonly fromEntryId: string;
  /** The withdrawal. */
  readonly decisionId: string;
  readonly actorId: string;
};

/** In SQL: whether the decision in effect on an entry grants a grade. */
const isGranted = `EXISTS (SELECT FROM decision WHERE decision.entry_id = entry.id AND ${grantInEffect})`;

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
    `SELECT carried.entry_id AS "entryId", carried.dimension FROM ${countedElsewhere}
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
