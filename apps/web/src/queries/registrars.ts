import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Who looks after which session, and who could. */
export const registrarsQuery = queryOptions({
  queryKey: ['registrars'],
  queryFn: ({ signal }) => api.get('/api/registrars', { signal }),
  staleTime: 0,
});

export const assignRegistrars = (sessionId: string, body: BodyGiven<'PUT /api/sessions/:id/registrars'>) =>
  api.put('/api/sessions/:id/registrars', { params: { id: sessionId }, body });
