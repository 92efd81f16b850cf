import {
  usualRows,
  type SamePeoplePage,
  type SamePeopleQuery,
  type SamePersonNote,
  type WaitingNotes,
} from '@ennead/contracts';
import { SamePerson } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';
import { findAccounts } from './find-accounts.ts';
import { readUntied } from './where-untied.ts';

/** Notes that wait for nobody, those that hold first; none of accounts whose person a tie bars the caller from. */
export const findNotes = async (
  manager: EntityManager,
  caller: Caller,
  { q, sort, page, size }: SamePeopleQuery,
): Promise<SamePeoplePage> => {
  const untied = await readUntied(manager, caller, [sql`note.kept_id`, sql`note.other_id`]);
  const { ids, ...place } = await readPage(
    manager,
    {
      having: sql`shown AS MATERIALIZED (SELECT note.* FROM same_person note
        JOIN person kept ON kept.id = note.kept_id JOIN person other ON other.id = note.other_id
        WHERE NOT note.waits AND ${hasWords(sql`concat_ws(' ', kept.name, kept.email, other.name, other.email)`, q)} AND ${untied}),`,
      fitting: sql`SELECT * FROM shown`,
      order: orderOf({ notedAt: sql`noted_at` }, sort, sql`NOT holds, noted_at DESC`),
    },
    { page, size },
  );
  return { ...place, rows: await describe(manager, caller, ids) };
};

/** Notes that wait for a second person, of the same accounts. */
export const findWaiting = async (manager: EntityManager, caller: Caller): Promise<WaitingNotes> => {
  const untied = await readUntied(manager, caller, [sql`note.kept_id`, sql`note.other_id`]);
  const { text, values } = sql`SELECT note.id, count(*) OVER ()::int AS total FROM same_person note
    WHERE note.waits AND ${untied} ORDER BY note.noted_at, note.id LIMIT ${usualRows}`;
  const rows: { id: string; total: number }[] = await manager.query(text, values);
  const ids = rows.map(({ id }) => id);
  return { notes: await describe(manager, caller, ids), total: rows[0]?.total ?? 0 };
};

/** These notes, in this order, as the caller sees them. */
const describe = async (
  manager: EntityManager,
  caller: Caller,
  ids: readonly string[],
): Promise<SamePersonNote[]> => {
  const notes = await manager.findBy(SamePerson, { id: In([...ids]) });
  const people = await findAccounts(
    manager,
    notes.flatMap(({ keptId, otherId, notedBy, answeredBy, endedBy }) =>
      [keptId, otherId, notedBy, answeredBy ?? [], endedBy ?? []].flat(),
    ),
  );
  const rows = ids.flatMap((id) => notes.filter((note) => note.id === id));
  return rows.map((note) => ({
    id: note.id,
    kept: people.get(note.keptId)!,
    other: people.get(note.otherId)!,
    closes: note.closes,
    reason: note.reason,
    notedBy: people.get(note.notedBy)!.name,
    notedAt: note.notedAt.toISOString(),
    waits: note.waits,
    answer: note.answeredAt && {
      agreed: note.agreed!,
      by: people.get(note.answeredBy!)!.name,
      at: note.answeredAt.toISOString(),
      reason: note.answer!,
    },
    ended: note.untilAt && {
      by: people.get(note.endedBy!)!.name,
      at: note.untilAt.toISOString(),
      reason: note.endedReason!,
    },
    mayAnswer: note.waits && note.notedBy !== caller.id,
    mayEnd: note.holds && note.notedBy !== caller.id,
  }));
};
