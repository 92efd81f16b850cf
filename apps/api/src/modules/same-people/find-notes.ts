import type { SamePeoplePage, SamePeopleQuery } from '@ennead/contracts';
import { SamePerson } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';
import { findAccounts } from './find-accounts.ts';
import { readUntied } from './where-untied.ts';

/** Notes, those that hold first; none of accounts whose person a tie bars the caller from. */
export const findNotes = async (
  manager: EntityManager,
  caller: Caller,
  { q, sort, page, size }: SamePeopleQuery,
): Promise<SamePeoplePage> => {
  const untied = await readUntied(manager, caller, [sql`note.kept_id`, sql`note.other_id`]);
  const { ids, ...place } = await readPage(
    manager,
    {
      fitting: sql`SELECT note.* FROM same_person note
        JOIN person kept ON kept.id = note.kept_id JOIN person other ON other.id = note.other_id
        WHERE ${hasWords(sql`concat_ws(' ', kept.name, kept.email, other.name, other.email)`, q)} AND ${untied}`,
      order: orderOf({ notedAt: sql`noted_at` }, sort, sql`until_at IS NOT NULL, noted_at DESC`),
    },
    { page, size },
  );
  const notes = await manager.findBy(SamePerson, { id: In([...ids]) });
  const people = await findAccounts(
    manager,
    notes.flatMap(({ keptId, otherId, notedBy, endedBy }) =>
      [keptId, otherId, notedBy, endedBy ?? []].flat(),
    ),
  );
  const rows = ids.flatMap((id) => notes.filter((note) => note.id === id));
  return {
    ...place,
    rows: rows.map((note) => ({
      id: note.id,
      kept: people.get(note.keptId)!,
      other: people.get(note.otherId)!,
      closes: note.closes,
      reason: note.reason,
      notedBy: people.get(note.notedBy)!.name,
      notedAt: note.notedAt.toISOString(),
      ended: note.untilAt && {
        by: people.get(note.endedBy!)!.name,
        at: note.untilAt.toISOString(),
        reason: note.endedReason!,
      },
      mayEnd: note.untilAt === null && note.notedBy !== caller.id,
    })),
  };
};
