import { mostRows } from '@ennead/contracts';
import { ApiProblem } from './api-problem.ts';
import { fetchPage, type PagedList, type PagedPath, type PagedQuery, type RowOf } from './paged.ts';

/** While others work, a list may change between any two of its pages; it does not for ever. */
const mostReadings = 6;

type WholeList<Path extends PagedPath> = {
  readonly list: PagedList<Path>;
  readonly query: PagedQuery;
  readonly rowKey: (row: RowOf<Path>) => string;
};

/**
 * All rows that fit, each once. One page is read at once and whole; several are read until two readings in a row name
 * the same rows in the same order, for rows that leave or come in between move others from one page to the next unseen.
 * `onShare` hears how much of it is done, from 0 to 1.
 *
 * @throws ApiProblem LIST_CHANGING when the list never holds still
 */
export async function fetchAll<Path extends PagedPath>(
  asked: WholeList<Path>,
  onShare: (share: number) => void,
): Promise<RowOf<Path>[]> {
  let before: readonly string[] | null = null;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const rows = await readAll(asked, (share) => onShare((reading === 0 ? 0 : 0.5) + share / 2));
    if (rows && rows.length <= mostRows) return rows;
    const keys: readonly string[] | null = rows && rows.map(asked.rowKey);
    if (rows && keys && before && isSameList(keys, before)) return rows;
    before = keys;
  }
  throw new ApiProblem({ status: 0, code: 'LIST_CHANGING' });
}

/** One reading from the first page to the last; null where the list was seen to change meanwhile. */
async function readAll<Path extends PagedPath>(
  { list, query, rowKey }: WholeList<Path>,
  onShare: (share: number) => void,
): Promise<RowOf<Path>[] | null> {
  const rows: RowOf<Path>[] = [];
  let total: number | null = null;
  for (let page = 1; total === null || rows.length < total; page += 1) {
    const next = await fetchPage(list, { ...query, page: String(page), size: String(mostRows) });
    total ??= next.total;
    if (next.total !== total || next.page !== page) return null;
    if (next.rows.length === 0) return total === 0 ? rows : null;
    rows.push(...next.rows);
    onShare(rows.length / total);
  }
  return new Set(rows.map(rowKey)).size === total ? rows : null;
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at]);
