import type { ReviewKind } from '@ennead/contracts';
import { queryOptions } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { api } from '../../lib/api.ts';

const refreshMs = 60_000;

/** Where the lists of each kind are, for people and for programs. */
export const listPath = { review: '/reviews', adjudication: '/adjudications' } as const;

/** What the present page is about: an assessor's reviews or a moderator's adjudications. */
export const useKind = (): ReviewKind =>
  useLocation().pathname.startsWith(listPath.adjudication) ? 'adjudication' : 'review';

export const queueKey = (kind: ReviewKind) => ['reviews', 'queue', kind] as const;

export const queueQuery = (kind: ReviewKind) =>
  queryOptions({
    queryKey: queueKey(kind),
    queryFn: () => api.get(`/api${listPath[kind]}`),
    staleTime: 0,
    refetchInterval: refreshMs,
  });

export const reviewKey = (id: string) => ['reviews', 'script', id] as const;

/** Read afresh whenever its page opens, and not again while marks are given. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: reviewKey(id),
    queryFn: () => api.get('/api/reviews/:id', { params: { id } }),
    gcTime: 0,
    staleTime: Infinity,
  });
