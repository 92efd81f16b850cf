import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Who looks after which session, a page at a time. */
export const registrarsList = { path: '/api/registrars', queryKey: ['registrars'] } as const;

/** Who looks after one, and who could. */
export const sessionRegistrarsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...registrarsList.queryKey, sessionId],
    queryFn: ({ signal }) => api.get('/api/sessions/:id/registrars', { params: { id: sessionId }, signal }),
    staleTime: 0,
  });

export const assignRegistrars = (sessionId: string, body: BodyGiven<'PUT /api/sessions/:id/registrars'>) =>
  api.put('/api/sessions/:id/registrars', { params: { id: sessionId }, body });
