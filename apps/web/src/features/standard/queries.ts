import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

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
