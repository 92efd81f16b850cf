import type { OwnEnrolment } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

const refreshMs = 30_000;

/** The enrolments of whoever is logged in; looked at again by itself, so that scores and decisions appear. */
export const useOwnEnrolments = () =>
  useQuery({
    queryKey: ['enrolments', 'mine'],
    queryFn: () => api.get<OwnEnrolment[]>('/api/enrolments/mine'),
    refetchInterval: refreshMs,
  });
