import type { Relation, RelationTo, Standing, Subject } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

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
  const rows: { id: string; relations: Relation[] }[] = await manager.query(
    `WITH standing AS MATERIALIZED (
       SELECT subject_id, array_agg(DISTINCT relation) AS relations FROM person_relation
       WHERE subject = '${on}' AND subject_id = ANY ($1::uuid[]) AND person_id = $2 GROUP BY subject_id)
     SELECT id, coalesce(relations, '{}') AS relations
     FROM ${on} LEFT JOIN standing ON subject_id = id WHERE id = ANY ($1::uuid[])`,
    [ids, personId],
  );
  return new Map(rows.map(({ id, relations }) => [id, standingOf(on, relations)]));
};

/** Only where the database said so of a subject of this kind. */
export const standingOf = <S extends Subject>(on: S, relations: readonly Relation[]): Standing<S> =>
  ({ on, relations: relations as readonly RelationTo[S][] }) as unknown as Standing<S>;
