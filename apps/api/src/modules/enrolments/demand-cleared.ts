import { Refusal, type ClearanceKind } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/** What is still missing of these entries before their first part, in the order in which it is asked. */
export const findMissing = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ClearanceKind[]>> => {
  const rows: { entryId: string; kinds: ClearanceKind[] }[] = await manager.query(
    `SELECT entry_id AS "entryId", array_agg(kind ORDER BY position) AS kinds FROM missing_clearance
     WHERE entry_id = ANY ($1::uuid[]) GROUP BY entry_id`,
    [entryIds],
  );
  return new Map(rows.map(({ entryId, kinds }) => [entryId, kinds]));
};

/**
 * Nothing that counts is begun before everything that its session asks was given or seen.
 *
 * @throws Refusal NOT_CLEARED naming what is missing
 */
export const demandCleared = async (manager: EntityManager, entryId: string): Promise<void> => {
  const missing = (await findMissing(manager, [entryId])).get(entryId) ?? [];
  if (missing.length > 0)
    throw new Refusal(
      'NOT_CLEARED',
      missing.map((kind) => ({ path: kind, message: 'missing' })),
    );
};
