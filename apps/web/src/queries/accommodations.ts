import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Of one own entry. Looked at again by itself, so that a decision appears. */
export const ownAccommodationsQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['accommodations', 'own', entryId],
    queryFn: ({ signal }) => api.get('/api/entries/:id/accommodations', { params: { id: entryId }, signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });

export const cohortAccommodationsQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['accommodations', 'cohort', cohortId],
    queryFn: ({ signal }) => api.get('/api/cohorts/:id/accommodations', { params: { id: cohortId }, signal }),
    staleTime: 0,
  });

export const accommodationsQuery = queryOptions({
  queryKey: ['accommodations', 'queue'],
  queryFn: ({ signal }) => api.get('/api/accommodations', { signal }),
  staleTime: 0,
  refetchInterval: 60_000,
});

/** With why, for whoever decides; not kept longer than it is shown. */
export const accommodationQuery = (id: string) =>
  queryOptions({
    queryKey: ['accommodations', 'one', id],
    queryFn: ({ signal }) => api.get('/api/accommodations/:id', { params: { id }, signal }),
    gcTime: 0,
  });

export const askForAccommodation = (
  entryId: string,
  body: BodyGiven<'POST /api/entries/:id/accommodations'>,
) => api.post('/api/entries/:id/accommodations', { params: { id: entryId }, body });

export const withdrawAccommodation = (id: string) =>
  api.post('/api/accommodations/:id/withdraw', { params: { id } });

export const approveAccommodation = (id: string, body: BodyGiven<'POST /api/accommodations/:id/approve'>) =>
  api.post('/api/accommodations/:id/approve', { params: { id }, body });

export const refuseAccommodation = (id: string, reason: string) =>
  api.post('/api/accommodations/:id/refuse', { params: { id }, body: { reason } });
