import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const assessmentQuery = queryOptions({
  queryKey: ['assessment'],
  queryFn: ({ signal }) => api.get('/api/assessment', { signal }),
  staleTime: 0,
  refetchInterval: 60_000,
});

export const reassign = (reviewId: string, reason: string) =>
  api.post('/api/assessment/reviews/:id/reassign', { params: { id: reviewId }, body: { reason } });

export const answerProblem = (
  problemId: string,
  body: BodyGiven<'POST /api/assessment/problems/:id/answer'>,
) => api.post('/api/assessment/problems/:id/answer', { params: { id: problemId }, body });
