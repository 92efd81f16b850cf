import type { Page } from '@ennead/contracts';
import type { AnswerOf } from '@ennead/contracts/routes';
import { api, type Asking, type Named, type PathBy } from './api.ts';

/** Of the routes that are read, those that answer with one page of a list. */
export type PagedPath = {
  [Path in PathBy<'GET'>]: AnswerOf<Named<'GET', Path>> extends Page<unknown> ? Path : never;
}[PathBy<'GET'>];

/** One row of such a page. */
export type RowOf<Path extends PagedPath> =
  AnswerOf<Named<'GET', Path>> extends Page<infer Row> ? Row : never;

/** A list at the server. */
export type PagedList<Path extends PagedPath> = {
  readonly path: Path;
  readonly params?: Readonly<Record<string, string>>;
};

/** What a page is asked by, but for its number: order, words and filters. */
export type PagedQuery = Readonly<Record<string, string | undefined>>;

/** A page as its address in the browser asks for it: what the address says badly, the server refuses. */
export const fetchPage = <Path extends PagedPath>(
  { path, params }: PagedList<Path>,
  query: PagedQuery & { readonly page: string; readonly size: string },
  signal?: AbortSignal,
) =>
  api.get(path, ...([{ params, query, signal }] as unknown as Asking<Named<'GET', Path>>)) as Promise<
    Page<RowOf<Path>>
  >;
