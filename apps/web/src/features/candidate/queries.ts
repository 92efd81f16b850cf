import type { OwnEnrolment } from '@ennead/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { ownEntriesQuery } from '../../lib/own-entries.ts';

const refreshMs = 30_000;

/** Looked at again by itself, so that scores and decisions appear. */
export const useOwnEntries = () => useQuery({ ...ownEntriesQuery, refetchInterval: refreshMs });

/** The candidacies of whoever is logged in with all their tries, and what may come next. */
export const ownEnrolmentsQuery = queryOptions({
  queryKey: ['enrolments', 'mine'],
  queryFn: ({ signal }) => api.get<OwnEnrolment[]>('/api/enrolments/mine', { signal }),
  staleTime: 0,
});
