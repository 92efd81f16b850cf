import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** All exam sessions. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get('/api/sessions', { signal }),
});

export const choicesQuery = queryOptions({
  queryKey: ['sessions', 'choices'],
  queryFn: ({ signal }) => api.get('/api/sessions/choices', { signal }),
  // A window is proposed by what the time was when it was asked.
  gcTime: 0,
});

export const sessionEntriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id, 'entries'],
    queryFn: ({ signal }) => api.get('/api/sessions/:id/entries', { params: { id }, signal }),
  });

/** For whom a session is, with its list. */
export const sessionAccessQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id, 'access'],
    queryFn: ({ signal }) => api.get('/api/sessions/:id/access', { params: { id }, signal }),
    // A change is made upon what stands now.
    gcTime: 0,
    staleTime: 0,
  });

export const changeAccess = (id: string, body: BodyGiven<'PUT /api/sessions/:id/access'>) =>
  api.put('/api/sessions/:id/access', { params: { id }, body });

export const changeSession = (id: string, body: BodyGiven<'PATCH /api/sessions/:id'>) =>
  api.patch('/api/sessions/:id', { params: { id }, body });

export const extendSession = (id: string, body: BodyGiven<'POST /api/sessions/:id/extend'>) =>
  api.post('/api/sessions/:id/extend', { params: { id }, body });

export const cancelSession = (id: string, body: BodyGiven<'POST /api/sessions/:id/cancel'>) =>
  api.post('/api/sessions/:id/cancel', { params: { id }, body });

export const scheduleSession = (body: BodyGiven<'POST /api/sessions'>) => api.post('/api/sessions', { body });
