import { entryLifecycle, Refusal } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';
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

const undecided = stateList(entryLifecycle, 'entered', 'reopened');

/** Cases that nobody has decided, longest entered first. */
export const findUndecidedCases = async (manager: EntityManager): Promise<Case[]> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM entry WHERE state IN (${undecided}) AND cause <> 'mock' ORDER BY entered_at, id`,
  );
  return readCases(
    manager,
    rows.map(({ id }) => id),
  );
};

/** The newest decided cases. */
export const findDecidedCases = async (manager: EntityManager, most: number): Promise<Case[]> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT entry_id AS id FROM decision WHERE effective_at IS NOT NULL AND supersedes_id IS NULL
     ORDER BY decided_at DESC LIMIT $1`,
    [most],
  );
  return readCases(
    manager,
    rows.map(({ id }) => id),
  );
};
