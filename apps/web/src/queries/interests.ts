import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../lib/api.ts';
import { meKey } from '../lib/query-client.ts';

const interestsKey = ['interests'] as const;

export const interestsQuery = queryOptions({
  queryKey: interestsKey,
  queryFn: ({ signal }) => api.get('/api/interests', { signal }),
});

export const declareInterest = (body: BodyGiven<'POST /api/interests'>) =>
  api.post('/api/interests', { body });

export const endInterest = (id: string) => api.post('/api/interests/:id/end', { params: { id } });

export const confirmInterests = () => api.post('/api/interests/confirm');

/** Of the candidate of a case, which is closed to the caller from then on. */
export const leaveCase = (entryId: string, body: BodyGiven<'POST /api/entries/:id/interest'>) =>
  api.post('/api/entries/:id/interest', { params: { id: entryId }, body });

/** What ties somebody to whom decides what any list or page shows them: but for who they are, all of it is asked anew. */
export const refreshAfterInterest = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
