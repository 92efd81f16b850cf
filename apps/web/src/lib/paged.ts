import { mostRows, type Page } from '@ennead/contracts';
import { api } from './api.ts';

/** What a page is asked by, but for its number: order, words and filters. */
export type PagedQuery = Readonly<Record<string, string | undefined>>;

export const fetchPage = <Row>(
  path: string,
  query: PagedQuery & { readonly page: string; readonly size: string },
  signal?: AbortSignal,
): Promise<Page<Row>> => api.get<Page<Row>>(path, { query, signal });

/** All rows that fit, a page after another. `onRows` hears how many of how many are there. */
export async function fetchAll<Row>(
  path: string,
  query: PagedQuery,
  onRows: (rows: number, total: number) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const next = await fetchPage<Row>(path, { ...query, page: String(page), size: String(mostRows) });
    if (next.page < page) return rows;
    rows.push(...next.rows);
    onRows(rows.length, next.total);
    if (rows.length >= next.total || next.rows.length === 0) return rows;
  }
}
