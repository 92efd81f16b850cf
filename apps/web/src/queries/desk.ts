import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Under which everything of all desks is kept: what is done in one session changes what waits in it. */
export const desksKey = ['desk'];

const deskKey = (sessionId: string) => [...desksKey, sessionId];

/** What is to be seen to in each session. */
export const desksQuery = queryOptions({
  queryKey: [...desksKey, 'work'],
  queryFn: ({ signal }) => api.get('/api/desks', { signal }),
});

/** Who is in a session, a page at a time. */
export const deskList = (sessionId: string) =>
  ({ path: '/api/sessions/:id/desk', queryKey: deskKey(sessionId), params: { id: sessionId } }) as const;

/** What a session asks, and how much of it is missing. */
export const deskQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...deskKey(sessionId), 'whole'],
    queryFn: ({ signal }) =>
      api.get('/api/sessions/:id/desk', { params: { id: sessionId }, query: { size: 1 }, signal }),
  });

export const confirmEntry = (id: string) => api.post('/api/entries/:id/confirm', { params: { id } });

export const endEntry = (id: string, how: 'turn-down' | 'take-out', reason: string) =>
  api.post(`/api/entries/:id/${how}`, { params: { id }, body: { reason } });

export const seeExperience = (id: string, body: BodyGiven<'POST /api/entries/:id/experience'>) =>
  api.post('/api/entries/:id/experience', { params: { id }, body });

export const seeIdentity = (id: string, body: BodyGiven<'POST /api/entries/:id/identity'>) =>
  api.post('/api/entries/:id/identity', { params: { id }, body });

export const seeIdentities = (sessionId: string, body: BodyGiven<'POST /api/sessions/:id/identities'>) =>
  api.post('/api/sessions/:id/identities', { params: { id: sessionId }, body });

export const withdrawSeen = (id: string, body: BodyGiven<'POST /api/entries/:id/withdraw-seen'>) =>
  api.post('/api/entries/:id/withdraw-seen', { params: { id }, body });

export const correctName = (id: string, body: BodyGiven<'POST /api/entries/:id/name'>) =>
  api.post('/api/entries/:id/name', { params: { id }, body });
