import type { PageQuery } from '@ennead/contracts';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { contains } from './contains.ts';

export type List = {
  /** A query of all that fits, with the `id` of each. */
  readonly fitting: Sql;
  /** In terms of its columns; `id` settles what is equal. */
  readonly order: Sql;
  /** Common table expressions that it reads, each with a comma after it. */
  readonly having?: Sql;
};

export type PageOfIds = {
  readonly ids: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
};

/** Chooses one page of a list in the database: the ids in their order, and how many there are in all. */
export const readPage = async (
  manager: Pick<EntityManager, 'query'>,
  { fitting, order, having = empty }: List,
  { page, size }: Pick<PageQuery, 'page' | 'size'>,
): Promise<PageOfIds> => {
  const { text, values } = sql`WITH ${having} fit AS NOT MATERIALIZED (${fitting}),
    counted AS MATERIALIZED (SELECT count(*)::int AS total FROM fit),
    place AS (SELECT total, greatest(1, least(${page}::int, ceil(total / ${size}::numeric)::int)) AS page FROM counted)
    SELECT total, page, ${size}::int AS size, ARRAY(SELECT id FROM fit ORDER BY ${order}, id
      LIMIT ${size}::int OFFSET (SELECT (page - 1) * ${size}::int FROM place)) AS ids
    FROM place`;
  const [found] = (await manager.query(text, values)) as [PageOfIds];
  return found;
};

/** What is absent goes last either way. */
const down = (column: Sql) => sql`${column} DESC NULLS LAST`;
const up = (column: Sql) => sql`${column} ASC NULLS LAST`;

/** @param own the list's own order, for when none is asked for, and for what is equal in the one that is */
export const orderOf = (columns: Readonly<Record<string, Sql>>, sort: string | undefined, own: Sql): Sql => {
  const column = columns[sort?.replace(/^-/, '') ?? ''];
  if (!sort || !column) return own;
  return sql`${sort.startsWith('-') ? down(column) : up(column)}, ${own}`;
};

/** Whether a text contains every word of `q`, in either case. */
export const hasWords = (text: Sql, q: string): Sql => {
  const patterns = q.split(/\s+/).filter(Boolean).map(contains);
  return sql`${text} ILIKE ALL (${patterns}::text[])`;
};
