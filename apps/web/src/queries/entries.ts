import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** The entries of whoever is logged in, newest first. */
export const ownEntriesQuery = queryOptions({
  queryKey: ['entries', 'mine'],
  queryFn: () => api.get('/api/entries/mine'),
});

/** The candidacies of whoever is logged in with all their tries, and what may come next. */
export const ownEnrolmentsQuery = queryOptions({
  queryKey: ['enrolments', 'mine'],
  queryFn: ({ signal }) => api.get('/api/enrolments/mine', { signal }),
  staleTime: 0,
});

/** Another try. */
export const enterAgain = (enrolmentId: string, body: BodyGiven<'POST /api/enrolments/:id/entries'>) =>
  api.post('/api/enrolments/:id/entries', { params: { id: enrolmentId }, body });

/** Which earlier scores an entry carries over. */
export const chooseCarried = (id: string, body: BodyGiven<'PUT /api/entries/:id/carried'>) =>
  api.put('/api/entries/:id/carried', { params: { id }, body });

export const excuseEntry = (id: string, body: BodyGiven<'POST /api/entries/:id/excuse'>) =>
  api.post('/api/entries/:id/excuse', { params: { id }, body });

/** The sittings that can be given free; apart from the session's entries, for after the act there is nothing to offer. */
export const freeSittingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['free-sitting', id],
    queryFn: ({ signal }) => api.get('/api/entries/:id/free-sitting', { params: { id }, signal }),
    gcTime: 0,
  });

export const giveFreeSitting = (id: string, body: BodyGiven<'POST /api/entries/:id/free-sitting'>) =>
  api.post('/api/entries/:id/free-sitting', { params: { id }, body });

export const resultKey = (id: string) => ['result', id] as const;

/** What an entry has come to. */
export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: resultKey(id),
    queryFn: ({ signal }) => api.get('/api/entries/:id/result', { params: { id }, signal }),
  });

/** What a seat is answered with, given up by, and what is given before the first part. */
export const acceptSeat = (id: string) => api.post('/api/entries/:id/accept', { params: { id } });
export const declineSeat = (id: string) => api.post('/api/entries/:id/decline', { params: { id } });
export const withdrawEntry = (id: string) =>
  api.post('/api/entries/:id/withdraw', { params: { id }, body: {} });

export const signApplication = (id: string, body: BodyGiven<'POST /api/entries/:id/application'>) =>
  api.post('/api/entries/:id/application', { params: { id }, body });
export const confirmNames = (id: string, body: BodyGiven<'POST /api/entries/:id/names'>) =>
  api.post('/api/entries/:id/names', { params: { id }, body });

/** The sessions that the reader may enter, with the places left. */
export const openSessionsQuery = queryOptions({
  queryKey: ['sessions', 'open'],
  queryFn: ({ signal }) => api.get('/api/sessions/open', { signal }),
});

export const publicSessionsQuery = queryOptions({
  queryKey: ['sessions', 'public'],
  queryFn: ({ signal }) => api.get('/api/sessions/public', { signal }),
});

export const enrolIn = (id: string, wait: boolean) =>
  api.post('/api/sessions/:id/entries', { params: { id }, body: { wait } });
