import { standingOf, type Dated, type Lifted, type Standing, type Subject } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { readBars } from './read-bars.ts';

/** What the view `person_relation` knows of: each is a table of its own. */
export type KnownSubject = Exclude<Subject, 'ownership'>;

/** How a person stands to one subject; null where there is none. */
export const findStanding = async <S extends KnownSubject>(
  manager: EntityManager,
  personId: string,
  on: S,
  id: string,
): Promise<Standing<S> | null> => (await findStandings(manager, personId, on, [id])).get(id) ?? null;

/** How a person stands to each of these that is there, by id. */
export const findStandings = async <S extends KnownSubject>(
  manager: EntityManager,
  personId: string,
  on: S,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing<S>>> => {
  if (ids.length === 0) return new Map();
  const { bars, now } = await readBars(manager);
  const rows: { id: string; ties: readonly DatedRow[]; lifted: readonly Lifted[] }[] = await manager.query(
    `WITH standing AS MATERIALIZED (
       SELECT subject_id, ${datedTies} AS ties FROM person_relation
       WHERE subject = '${on}' AND subject_id = ANY ($1::uuid[]) AND person_id = $2 GROUP BY subject_id)
     SELECT id, coalesce(ties, '[]') AS ties, ARRAY(SELECT jsonb_build_object('act', act, 'tie', tie) FROM lifted_bar lifted
       WHERE lifted.subject = '${on}' AND lifted.subject_id = ${on}.id AND lifted.person_id = $2) AS lifted
     FROM ${on} LEFT JOIN standing ON subject_id = id WHERE id = ANY ($1::uuid[])`,
    [ids, personId],
  );
  return new Map(rows.map(({ id, ties, lifted }) => [id, standingOf(on, readTies(ties), bars, now, lifted)]));
};

export type DatedRow = { readonly relation: Dated['relation']; readonly untilAt: string | null };
/** Over rows of `person_relation`, as `readTies` takes it. */
export const datedTies = `jsonb_agg(jsonb_build_object('relation', relation, 'untilAt', until_at))`;
export const readTies = (rows: readonly DatedRow[]): Dated[] =>
  rows.map(({ relation, untilAt }) => ({ relation, untilAt: untilAt === null ? null : new Date(untilAt) }));
