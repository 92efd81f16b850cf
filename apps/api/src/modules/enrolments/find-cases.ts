import { Refusal } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import { Case } from './case.ts';

/** @throws Refusal NOT_FOUND when there is no such entry. */
export const findCase = async (manager: EntityManager, entryId: string): Promise<Case> => {
  const [found] = await readCases(manager, [entryId]);
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
};

/** The cases of these entries, in the order of the ids. */
export const readCases = async (manager: EntityManager, entryIds: readonly string[]): Promise<Case[]> => {
  if (entryIds.length === 0) return [];
  const rows: { entryId: string }[] = await manager.query(
    'SELECT * FROM case_view WHERE "entryId" = ANY ($1::uuid[])',
    [entryIds],
  );
  const byId = new Map(rows.map((row) => [row.entryId, row]));
  return entryIds.flatMap((id) => (byId.has(id) ? [Case.parse(byId.get(id))] : []));
};
