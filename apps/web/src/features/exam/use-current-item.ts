import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Which item is shown, from 0; it stands in the address as `?item=1`, so that a reload comes back to it. */
export function useCurrentItem(total: number): readonly [number, (at: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('item') ?? 1) - 1;
  const current = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), total - 1) : 0;
  const go = useCallback(
    (at: number) => {
      if (at >= 0 && at < total)
        setSearch({ item: String(at + 1) }, { replace: true, preventScrollReset: true });
    },
    [setSearch, total],
  );
  return [current, go];
}
