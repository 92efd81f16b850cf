import { entryLifecycle } from '@ennead/contracts';
import { grantInEffect, stateList } from '@ennead/persistence';
import { countedElsewhere } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';

/** In SQL: the later entries that were granted upon a score that they carry over from this one. */
const grantsUpon = (entryId: string): string => `
  FROM ${countedElsewhere}
  JOIN entry later ON later.id = carried.entry_id
  JOIN decision ON decision.entry_id = later.id AND ${grantInEffect}
  WHERE source.entry_id = ${entryId}`;

/** In SQL: whether there are any. */
export const carriedIntoGrant = (entryId: string): string => `EXISTS (SELECT ${grantsUpon(entryId)})`;

/** The numbers of these tries, the first one first. */
export const findGrantedUpon = async (manager: EntityManager, entryId: string): Promise<number[]> => {
  const rows: { number: number }[] = await manager.query(
    `SELECT DISTINCT later.number ${grantsUpon('$1')} ORDER BY 1`,
    [entryId],
  );
  return rows.map(({ number }) => number);
};

/** In SQL: whether a later entry that was decided, however, counts a score that it carries over from this one. */
export const carriedIntoDecided = (entryId: string): string => `EXISTS (
  SELECT FROM score source JOIN score carried ON carried.carried_from_id = source.id
  JOIN entry_score pointer ON pointer.score_id = carried.id
  JOIN entry later ON later.id = carried.entry_id AND later.state IN (${stateList(entryLifecycle, 'decided', 'reopened')})
  WHERE source.entry_id = ${entryId})`;
