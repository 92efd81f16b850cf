import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const cohortsQuery = queryOptions({
  queryKey: ['cohorts'],
  queryFn: ({ signal }) => api.get('/api/cohorts', { signal }),
});

export const cohortQuery = (id: string) =>
  queryOptions({
    queryKey: ['cohorts', id],
    queryFn: ({ signal }) => api.get('/api/cohorts/:id', { params: { id }, signal }),
  });

/** The members of a cohort, a page at a time. */
export const membersList = (id: string) =>
  ({ path: '/api/cohorts/:id/members', params: { id }, queryKey: cohortQuery(id).queryKey }) as const;

/** Whoever may train at the institution. */
export const trainersQuery = queryOptions({
  queryKey: ['trainers'],
  queryFn: ({ signal }) => api.get('/api/cohorts/trainers', { signal }),
});

export const createCohort = (body: BodyGiven<'POST /api/cohorts'>) => api.post('/api/cohorts', { body });

export const setTrainers = (id: string, trainerIds: readonly string[]) =>
  api.put('/api/cohorts/:id/trainers', { params: { id }, body: { trainerIds } });

/** What a roster would do; changes nothing. */
export const checkRoster = (id: string, csv: string) =>
  api.post('/api/cohorts/:id/roster/preview', { params: { id }, body: { csv } });

export const importRoster = (id: string, csv: string) =>
  api.post('/api/cohorts/:id/roster', { params: { id }, body: { csv } });

/** A new link; the former one ends. */
/** A link for a member who has forgotten their password. */
export const issueResetLink = (id: string, entryId: string) =>
  api.post('/api/cohorts/:id/reset-links', { params: { id }, body: { entryId } });

export const inviteAgain = (id: string, entryId: string) =>
  api.post('/api/cohorts/:id/invitations', { params: { id }, body: { entryId } });
