import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { firstPage } from '../../lib/first-page.ts';
import { useSessionChange } from '../../queries/session.ts';
import { nextPage } from './next-page.ts';

/** To be called when somebody has just logged in: learns who it is and goes where they wanted or begin. */
export function useArrival(): () => Promise<void> {
  const sessionChanged = useSessionChange();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(async () => {
    const person = await sessionChanged();
    await navigate(nextPage(search) ?? firstPage(person?.roles ?? []), { replace: true });
  }, [sessionChanged, navigate, search]);
}
