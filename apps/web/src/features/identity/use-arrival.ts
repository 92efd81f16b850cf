import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { firstPage } from '../../lib/first-page.ts';
import { useRefreshMe } from '../../queries/me.ts';
import { nextPage } from './next-page.ts';

/**
 * To be called when somebody has just logged in: learns who it is and goes where they wanted or begin. Where a code is asked for
 * yet, nobody has, and the page stays.
 */
export function useArrival(): () => Promise<void> {
  const refreshMe = useRefreshMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(async () => {
    const person = await refreshMe();
    if (person) await navigate(nextPage(search) ?? firstPage(person.roles), { replace: true });
  }, [refreshMe, navigate, search]);
}
