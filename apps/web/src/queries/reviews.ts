import type { ReviewKind } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

const refreshMs = 60_000;
const queuePath = { review: '/api/reviews', adjudication: '/api/adjudications' } as const;

export const reviewQueueQuery = (kind: ReviewKind) =>
  queryOptions({
    queryKey: ['reviews', 'queue', kind],
    queryFn: () => api.get(queuePath[kind]),
    staleTime: 0,
    refetchInterval: refreshMs,
  });

/** Read afresh whenever its page opens, and not again while marks are given. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'script', id],
    queryFn: () => api.get('/api/reviews/:id', { params: { id } }),
    gcTime: 0,
    staleTime: Infinity,
  });

export const saveReview = (id: string, body: BodyGiven<'PUT /api/reviews/:id'>) =>
  api.put('/api/reviews/:id', { params: { id }, body });

export const submitReview = (id: string) => api.post('/api/reviews/:id/submit', { params: { id } });
