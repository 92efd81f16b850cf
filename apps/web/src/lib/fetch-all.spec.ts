import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from '@ennead/contracts';
import { fetchAll } from './fetch-all.ts';

type Row = { readonly id: number };
const count = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A server whose list is changed after each answer; says which pages it was asked for. */
const serve = (list: number[], change: (list: number[], answers: number) => number[] = (same) => same) => {
  const asked: number[] = [];
  let now = list;
  globalThis.fetch = ((path: string) => {
    const query = new URL(path, 'http://localhost').searchParams;
    const size = Number(query.get('size'));
    const page = Math.max(1, Math.min(Number(query.get('page')), Math.ceil(now.length / size)));
    const rows = now.slice((page - 1) * size, page * size).map((id) => ({ id }));
    asked.push(Number(query.get('page')));
    const answer: Page<Row> = { rows, total: now.length, page, size };
    now = change(now, asked.length);
    return Promise.resolve(Response.json(answer));
  }) as typeof fetch;
  return asked;
};

const fetchIds = async (shares: number[] = []): Promise<number[]> => {
  const rows = await fetchAll(
    { list: { path: '/api/people', queryKey: [] }, query: { sort: 'name' }, rowKey: ({ id }) => String(id) },
    (share) => shares.push(share),
  );
  return rows.map(({ id }) => Number(id));
};

describe('fetching all rows', () => {
  it('asks once for what fits on one page', async () => {
    const asked = serve(count(1, 100));
    expect(await fetchIds()).toEqual(count(1, 100));
    expect(asked).toEqual([1]);
    serve([]);
    expect(await fetchIds()).toEqual([]);
  });

  it('reads several pages twice, and counts along', async () => {
    const asked = serve(count(1, 104));
    const shares: number[] = [];
    expect(await fetchIds(shares)).toEqual(count(1, 104));
    expect(asked).toEqual([1, 2, 1, 2]);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });

  it('loses nobody when the list shrinks between two pages', async () => {
    serve(count(1, 104), (list, answers) => (answers === 1 ? list.slice(2) : list));
    expect(await fetchIds()).toEqual(count(3, 104));
  });

  it('loses nobody when it shrinks to one page', async () => {
    serve(count(1, 101), (list, answers) => (answers === 1 ? list.slice(2) : list));
    expect(await fetchIds()).toEqual(count(3, 101));
  });

  it('names nobody twice when it grows in front', async () => {
    serve(count(3, 204), (list, answers) => (answers === 1 ? [1, 2, ...list] : list));
    expect(await fetchIds()).toEqual(count(1, 204));
  });

  it('loses nobody when one leaves as another comes, so that their number stays', async () => {
    serve(count(1, 104), (list, answers) => (answers === 1 ? [...list.slice(1), 105] : list));
    expect(await fetchIds()).toEqual(count(2, 105));
  });

  it('says so when the list never holds still', async () => {
    const asked = serve(count(1, 150), (list) => [...list.slice(1), list.at(-1)! + 1]);
    await expect(fetchIds()).rejects.toMatchObject({ code: 'LIST_CHANGING' });
    expect(asked.length).toBeLessThanOrEqual(12);
  });
});
