import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const cohortsQuery = queryOptions({
  queryKey: ['cohorts'],
  queryFn: ({ signal }) => api.get('/api/cohorts', { signal }),
});

export const cohortQuery = (id: string) =>
  queryOptions({
    queryKey: ['cohorts', id],
    queryFn: ({ signal }) => api.get('/api/cohorts/:id', { params: { id }, signal }),
  });

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get('/api/sessions', { signal }),
});

export const trainersQuery = queryOptions({
  queryKey: ['trainers'],
  queryFn: ({ signal }) => api.get('/api/cohorts/trainers', { signal }),
});
