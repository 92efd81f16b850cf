import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const exceptionsQuery = queryOptions({
  queryKey: ['exceptions'],
  queryFn: ({ signal }) => api.get('/api/exceptions', { signal }),
});

export const askException = (body: BodyGiven<'POST /api/exceptions'>) =>
  api.post('/api/exceptions', { body });

export const answerException = (
  id: string,
  { approves, reason }: { readonly approves: boolean; readonly reason: string },
) => {
  const given = { params: { id }, body: { reason } };
  return approves
    ? api.post('/api/exceptions/:id/approve', given)
    : api.post('/api/exceptions/:id/refuse', given);
};
