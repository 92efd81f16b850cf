import { usualRows } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { fetchPage } from '../../lib/paged.ts';
import { findNext } from './find-next.ts';
import { readPlace, sourceOf, writePlace, type ListPlace } from './list-place.ts';

interface Next {
  readonly at: number | undefined;
  /** Null where it is the last, undefined where it is not known: the case is not of this list. */
  readonly next: { readonly entryId: string; readonly place: ListPlace } | null | undefined;
}

/**
 * The case after this one in the list that it was opened from, as the list stands now. A case that is decided leaves its
 * list: the next one is then whatever has taken its place.
 */
export function useNextCase(entryId: string): {
  readonly place: ListPlace | null;
  /** Undefined while it is not known, or where the case was opened from no list. */
  readonly next: Next['next'] | undefined;
} {
  const client = useQueryClient();
  const [search] = useSearchParams();
  const place = readPlace(search);
  const queryKey = ['decisions', 'next', writePlace(place), entryId];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => readNext(place!, entryId, client.getQueryData<Next>(queryKey)?.at, signal),
    enabled: place !== null,
  });
  return { place, next: data?.next };
}

const readNext = async (
  place: ListPlace,
  entryId: string,
  before: number | undefined,
  signal: AbortSignal,
): Promise<Next> => {
  const read = (page: number) => {
    const { source, part } = sourceOf(place.list);
    const query = { ...part, q: place.words?.slice(0, 100), sort: place.sort };
    const asked = { ...query, page: String(page), size: String(usualRows) };
    return fetchPage(source, asked, signal);
  };
  const { rows, page, total } = await read(place.page);
  const { at, isThere, nextId } = findNext(
    rows.map((row) => row.entryId),
    entryId,
    before,
  );
  if (at === undefined) return { at, next: undefined };
  if (nextId) return { at, next: { entryId: nextId, place: { ...place, page } } };
  if (!isThere || page * usualRows >= total) return { at, next: null };
  const further = await read(page + 1);
  const first = further.rows[0];
  return { at, next: first ? { entryId: first.entryId, place: { ...place, page: further.page } } : null };
};
