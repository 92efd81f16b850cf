import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { TableState } from './table-view.ts';

/** A table's filter, order and page, kept in the address so that a view can be linked and survives a reload. */
export function useTableState(name: string, initialSort: string) {
  const [search, setSearch] = useSearchParams();
  const state: TableState = {
    filter: search.get(`${name}.q`) ?? '',
    sort: search.get(`${name}.sort`) ?? initialSort,
    page: Number(search.get(`${name}.page`)) || 1,
  };
  const change = useCallback(
    (next: Partial<TableState>) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          const put = (key: string, value: string | undefined) =>
            value ? after.set(`${name}.${key}`, value) : after.delete(`${name}.${key}`);
          if (next.filter !== undefined) put('q', next.filter);
          if (next.sort !== undefined) put('sort', next.sort);
          put('page', next.page && next.page > 1 ? String(next.page) : undefined);
          return after;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [name, setSearch],
  );
  return { state, change };
}
