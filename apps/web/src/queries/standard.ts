import type { BodyGiven } from '@ennead/contracts/routes';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

// The standard changes only when the server starts with new content, the scheme in force at a midnight too.
const HOUR = 60 * 60_000;

export const standardQuery = queryOptions({
  queryKey: ['standard'],
  queryFn: ({ signal }) => api.get('/api/standard', { signal }),
  staleTime: HOUR,
});

/** The scheme in force, not one that is only announced. */
export const schemeQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: ({ signal }) => api.get('/api/schemes', { signal }),
  staleTime: HOUR,
  select: ({ schemes, inForce }) =>
    schemes.find(({ id, version }) => id === inForce?.id && version === inForce.version) ?? null,
});

/** What a set of scores would come to; while that is asked, what the last came to stays. */
export const composedQuery = (scores: BodyGiven<'POST /api/schemes/compute'>) =>
  queryOptions({
    queryKey: ['compute', scores],
    queryFn: () => api.post('/api/schemes/compute', { body: scores }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
