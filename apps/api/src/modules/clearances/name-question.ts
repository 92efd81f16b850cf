import { Clearance } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** In SQL that has `entry` in scope: the name by which an institution knows its candidate, while it waits for the registrar's word. */
export const askedName = `(SELECT CASE WHEN NOT given.holds THEN given.detail ->> 'rosterName' END FROM clearance given
  WHERE given.entry_id = entry.id AND given.kind = 'names' ORDER BY given.at DESC, given.id DESC LIMIT 1)`;

/** Whether an institution asks whose name is right: until the registrar has said so, nobody confirms it. */
export const isNameAsked = async (manager: EntityManager, entryId: string): Promise<boolean> => {
  const [found]: { asked: string | null }[] = await manager.query(
    `SELECT ${askedName} AS asked FROM entry WHERE entry.id = $1`,
    [entryId],
  );
  return (found?.asked ?? null) !== null;
};

type Asked = { readonly entryId: string; readonly rosterName: string; readonly by: string };

/** An institution knows its candidate by another name than the one that is stored: the registrar is to look. */
export const askName = async (manager: EntityManager, { entryId, rosterName, by }: Asked): Promise<void> => {
  await manager.insert(Clearance, { entryId, kind: 'names', holds: false, by, detail: { rosterName } });
};

/** The registrar has looked: from here on the candidate confirms the name that stands. */
export const answerName = async (manager: EntityManager, entryId: string, by: string): Promise<void> => {
  if (!(await isNameAsked(manager, entryId))) return;
  await manager.insert(Clearance, { entryId, kind: 'names', holds: false, by, detail: { answered: true } });
};
