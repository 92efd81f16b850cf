import { z } from 'zod';
import { mostRows, usualRows, wordsLength } from './limits.ts';

type SortKey<Key extends string> = Key | `-${Key}`;

/** What a page of a list is asked by. Lists with more filters than words extend it; a `sort` beginning with a minus descends. */
export const pageQuery = <const Key extends string>(sorts: readonly Key[]) =>
  z.strictObject({
    /** From 1. A page past the end is answered with the last one. */
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(mostRows).default(usualRows),
    /** Without one, the list comes in its own order. */
    sort: z.enum(sorts.flatMap((key): SortKey<Key>[] => [key, `-${key}`])).optional(),
    /** Words that a row must all contain. */
    q: z.string().trim().max(wordsLength).default(''),
  });

/** What every paged list is asked by. */
export type PageQuery = z.infer<ReturnType<typeof pageQuery<string>>>;

/** One page of a list, and of how many rows in all that fit what was asked. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  });

export type Page<Row> = {
  readonly rows: Row[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
};
