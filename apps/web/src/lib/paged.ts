import type { Page } from '@ennead/contracts';
import type { AnswerOf, ParamsOf } from '@ennead/contracts/routes';
import { api, type CallOf, type NameOf, type PathOf } from './api.ts';

/** Of the routes that are read, those that answer with one page of a list. */
export type PagedPath = {
  [Path in PathOf<'GET'>]: AnswerOf<NameOf<'GET', Path>> extends Page<unknown> ? Path : never;
}[PathOf<'GET'>];

/** One row of such a page. */
export type RowOf<Path extends PagedPath> =
  AnswerOf<NameOf<'GET', Path>> extends Page<infer Row> ? Row : never;

/** A list at the server. */
export type PagedList<Path extends PagedPath> = {
  readonly path: Path;
  /** Under which its pages are kept, to be asked anew when something changes; one list's alone. */
  readonly queryKey: readonly string[];
} & ([keyof ParamsOf<NameOf<'GET', Path>>] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: ParamsOf<NameOf<'GET', Path>> });

/** What a page is asked by, but for its number: order, words and filters. */
export type PagedQuery = Readonly<Record<string, string | undefined>>;

/** A page as its address in the browser asks for it: of the query no more is known than that, and what it says badly the server refuses. */
export const fetchPage = <Path extends PagedPath>(
  { path, params }: PagedList<Path>,
  query: PagedQuery & { readonly page: string; readonly size: string },
  signal?: AbortSignal,
) =>
  api.get(path, ...([{ params, query, signal }] as unknown as CallOf<NameOf<'GET', Path>>)) as Promise<
    Page<RowOf<Path>>
  >;
