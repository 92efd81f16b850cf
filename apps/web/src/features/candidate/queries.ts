import type { OwnEntry } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

const refreshMs = 30_000;

/** The entries of whoever is logged in; looked at again by itself, so that scores and decisions appear. */
export const useOwnEntries = () =>
  useQuery({
    queryKey: ['entries', 'mine'],
    queryFn: () => api.get<OwnEntry[]>('/api/entries/mine'),
    refetchInterval: refreshMs,
  });
