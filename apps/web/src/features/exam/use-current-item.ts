import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Which item is shown, from 0. It stands in the address as `?item=1`, so that a reload comes back to it; what is shown
 * changes at once, because a key pressed right after an arrow belongs to the item that the arrow went to.
 */
export function useCurrentItem(total: number): readonly [number, (at: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('item') ?? 1) - 1;
  const [current, setCurrent] = useState(() =>
    Number.isInteger(asked) ? Math.min(Math.max(asked, 0), total - 1) : 0,
  );
  useEffect(() => {
    if (asked !== current)
      setSearch({ item: String(current + 1) }, { replace: true, preventScrollReset: true });
  }, [asked, current, setSearch]);
  const go = useCallback(
    (at: number) => {
      if (at >= 0 && at < total) setCurrent(at);
    },
    [total],
  );
  return [current, go];
}
