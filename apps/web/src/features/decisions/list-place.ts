import { aboveScoresList, decidedList, undecidedList } from '../../queries/decisions.ts';

export const lists = ['clear', 'nearBoundary', 'proposed', 'aboveScores', 'blocked', 'decided'] as const;
export type List = (typeof lists)[number];

/** Where each list is at the server, and what tells it from others there. */
export const sourceOf = (list: List) => {
  if (list === 'decided') return { source: decidedList, part: {} } as const;
  if (list === 'aboveScores') return { source: aboveScoresList, part: {} } as const;
  return { source: undecidedList, part: { list } } as const;
};

/** A list as somebody left it: its words, order and page. */
export interface ListPlace {
  readonly list: List;
  readonly words: string | undefined;
  readonly sort: string | undefined;
  readonly page: number;
}

export const readList = (search: URLSearchParams): List | undefined =>
  lists.find((list) => list === search.get('list'));

/** The place that an address speaks of, of a list as of a case that was opened from it; null where it names no list. */
export const readPlace = (search: URLSearchParams, list = readList(search)): ListPlace | null =>
  list
    ? {
        list,
        words: search.get(`${list}.q`) ?? undefined,
        sort: search.get(`${list}.sort`) ?? undefined,
        page: Math.max(1, Math.round(Number(search.get(`${list}.page`)) || 1)),
      }
    : null;

/** The same in the words of the address; empty for no place. */
export const writePlace = (place: ListPlace | null): string => {
  if (!place) return '';
  const { list, words, sort, page } = place;
  const search = new URLSearchParams({ list });
  if (words) search.set(`${list}.q`, words);
  if (sort) search.set(`${list}.sort`, sort);
  if (page > 1) search.set(`${list}.page`, String(page));
  return `?${search}`;
};
