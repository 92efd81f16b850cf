import type { CohortSummary, CohortView, ExamSessionView, TrainerView } from '@ennead/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const cohortsQuery = queryOptions({
  queryKey: ['cohorts'],
  queryFn: ({ signal }) => api.get<CohortSummary[]>('/api/cohorts', { signal }),
});

export const cohortQuery = (id: string) =>
  queryOptions({
    queryKey: ['cohorts', id],
    queryFn: ({ signal }) => api.get<CohortView>(`/api/cohorts/${encodeURIComponent(id)}`, { signal }),
  });

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get<ExamSessionView[]>('/api/sessions', { signal }),
});

export const trainersQuery = queryOptions({
  queryKey: ['trainers'],
  queryFn: ({ signal }) => api.get<TrainerView[]>('/api/cohorts/trainers', { signal }),
});
