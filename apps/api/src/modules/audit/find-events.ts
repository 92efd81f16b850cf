import { readBars, whereMay } from '@ennead/persistence';
import sql, { join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Scope } from './search-scope.ts';

/** What is searched for; whatever is null restricts nothing. */
export type Search = {
  readonly about: Scope | null;
  readonly actorIds: readonly string[] | null;
  readonly action: string | null;
  readonly from: string | null;
  /** Before this. */
  readonly to: string | null;
};

/**
 * The ids of the events that fit, latest first. Each way to an event has an index of its own, in which at most `most` rows are
 * read for each key; so neither the length of the trail nor how rare something is makes it slow.
 *
 * @param after the last one of the page before
 */
export const findEventIds = async (
  manager: EntityManager,
  caller: Caller,
  search: Search,
  after: string | null,
  most: number,
): Promise<string[]> => {
  const { bars } = await readBars(manager);
  const fits = join(
    [
      // Whose case one may not read, what happened in it one may not either.
      sql`(event.entry_id IS NULL OR ${whereMay(caller, 'trail.read', sql`event.entry_id`, bars)})`,
      ...(search.action ? [sql`event.action = ${search.action}`] : []),
      ...(search.from ? [sql`event.at >= ${search.from}`] : []),
      ...(search.to ? [sql`event.at < ${search.to}`] : []),
      ...(after
        ? [sql`(event.at, event.id) < ((SELECT at FROM audit_event WHERE id = ${after}), ${after}::bigint)`]
        : []),
    ],
    ' AND ',
  );
  const latest = sql`ORDER BY event.at DESC, event.id DESC LIMIT ${most}`;
  const branches = waysTo(search).map(
    ({ keys, isOne }) => sql`SELECT found.id, found.at FROM ${keys} CROSS JOIN LATERAL (
      SELECT event.id, event.at FROM audit_event event WHERE ${isOne} AND ${fits} ${latest}) found`,
  );
  const { text, values } = sql`SELECT event.id::text FROM (${join(branches, ' UNION ')}) event ${latest}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
};

type Way = { readonly keys: Sql; readonly isOne: Sql };

const waysTo = ({ about, actorIds }: Search): Way[] => {
  if (!about)
    return actorIds
      ? [{ keys: uuids(actorIds), isOne: sql`event.actor_id = key.id` }]
      : [{ keys: sql`(SELECT) key`, isOne: sql`true` }];
  const byActor = actorIds ? sql`event.actor_id = ANY (${[...actorIds]}::uuid[])` : sql`true`;
  const { subjects } = about;
  const pairs = sql`unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::text[]) key(kind, id)`;
  return [
    { keys: uuids(about.actorIds), isOne: sql`event.actor_id = key.id AND ${byActor}` },
    { keys: uuids(about.entryIds), isOne: sql`event.entry_id = key.id AND ${byActor}` },
    {
      keys: pairs,
      isOne: sql`event.subject_kind = key.kind AND event.subject_id = key.id AND ${byActor}`,
    },
  ];
};

const uuids = (ids: readonly string[]): Sql => sql`unnest(${[...ids]}::uuid[]) key(id)`;
