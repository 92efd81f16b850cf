import { schemeInForce, type SchemesView, type StandardView } from '@ennead/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

// Both change only when the server starts with new content.
const HOUR = 60 * 60_000;

export const standardQuery = queryOptions({
  queryKey: ['standard'],
  queryFn: ({ signal }) => api.get<StandardView>('/api/standard', { signal }),
  staleTime: HOUR,
});

/** The scheme in force, not one that is only announced. */
export const schemeQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: ({ signal }) => api.get<SchemesView>('/api/schemes', { signal }),
  staleTime: HOUR,
  select: ({ schemes }) => schemeInForce(schemes, new Date()),
});
