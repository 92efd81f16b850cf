import type { ReviewKind, ReviewView } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../lib/api-problem.ts';
import { api } from '../lib/api.ts';

const refreshMs = 60_000;
const waits = (view: ReviewView | undefined) => view?.problem?.answeredAt === null;
/** It went to somebody else meanwhile: there is nothing more to wait for. */
const isGone = (error: Error | null) => error instanceof ApiProblem && error.status === 404;
const queuePath = { review: '/api/reviews', adjudication: '/api/adjudications' } as const;

export const reviewQueueQuery = (kind: ReviewKind) =>
  queryOptions({
    queryKey: ['reviews', 'queue', kind],
    queryFn: () => api.get(queuePath[kind]),
    staleTime: 0,
    refetchInterval: refreshMs,
  });

/** Read afresh whenever its page opens, and not again while marks are given, but for the answer to a problem that was reported. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'script', id],
    queryFn: () => api.get('/api/reviews/:id', { params: { id } }),
    gcTime: 0,
    staleTime: Infinity,
    refetchInterval: ({ state }) => waits(state.data) && !isGone(state.error) && refreshMs,
  });

export const saveReview = (id: string, body: BodyGiven<'PUT /api/reviews/:id'>) =>
  api.put('/api/reviews/:id', { params: { id }, body });

export const submitReview = (id: string) => api.post('/api/reviews/:id/submit', { params: { id } });

/** To somebody else: one knows whose it is. */
export const handBack = (id: string, body: BodyGiven<'POST /api/reviews/:id/hand-back'>) =>
  api.post('/api/reviews/:id/hand-back', { params: { id }, body });

export const reportProblem = (id: string, body: BodyGiven<'POST /api/reviews/:id/problem'>) =>
  api.post('/api/reviews/:id/problem', { params: { id }, body });
