import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The candidacies of whoever is logged in with all their tries, and what may come next. */
export const ownEnrolmentsQuery = queryOptions({
  queryKey: ['enrolments', 'mine'],
  queryFn: ({ signal }) => api.get('/api/enrolments/mine', { signal }),
  staleTime: 0,
});
