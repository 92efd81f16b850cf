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
export const checkRoster = (id: string, body: BodyGiven<'POST /api/cohorts/:id/roster/preview'>) =>
  api.post('/api/cohorts/:id/roster/preview', { params: { id }, body });

export const importRoster = (id: string, body: BodyGiven<'POST /api/cohorts/:id/roster'>) =>
  api.post('/api/cohorts/:id/roster', { params: { id }, body });

const watchEveryMs = 1000;

/** The imports of a cohort; asked again as long as one is under way. */
export const importsQuery = (id: string) =>
  queryOptions({
    queryKey: [...cohortQuery(id).queryKey, 'imports'],
    queryFn: ({ signal }) => api.get('/api/cohorts/:id/imports', { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((made) => made.state === 'running') ? watchEveryMs : false,
  });

/** The same while one is being sent, of which nothing may be there yet. */
export const runningImportQuery = (id: string) =>
  queryOptions({ ...importsQuery(id), refetchInterval: watchEveryMs });

export const goOnWithImport = (id: string, importId: string) =>
  api.post('/api/cohorts/:id/imports/:importId/go-on', { params: { id, importId } });

export const undoImport = (id: string, importId: string, reason: string) =>
  api.post('/api/cohorts/:id/imports/:importId/undo', { params: { id, importId }, body: { reason } });

export const changeCohort = (id: string, body: BodyGiven<'PATCH /api/cohorts/:id'>) =>
  api.patch('/api/cohorts/:id', { params: { id }, body });

/** Writes again to these members, or to all who have not answered. */
export const mailAgain = (id: string, entryIds?: readonly string[]) =>
  api.post('/api/cohorts/:id/mail', { params: { id }, body: { entryIds } });

export const makeLinks = (id: string) => api.post('/api/cohorts/:id/links', { params: { id } });

export const withdrawMember = (id: string, entryId: string, reason: string) =>
  api.post('/api/cohorts/:id/withdrawals', { params: { id }, body: { entryId, reason } });

export const moveMember = (id: string, entryId: string, cohortId: string) =>
  api.post('/api/cohorts/:id/moves', { params: { id }, body: { entryId, cohortId } });

/** A new link; the former one ends. */
/** A link for a member who has forgotten their password. */
export const issueResetLink = (id: string, entryId: string) =>
  api.post('/api/cohorts/:id/reset-links', { params: { id }, body: { entryId } });

export const inviteAgain = (id: string, entryId: string) =>
  api.post('/api/cohorts/:id/invitations', { params: { id }, body: { entryId } });
