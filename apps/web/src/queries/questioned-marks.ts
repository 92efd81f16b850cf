import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const questionedMarksQuery = queryOptions({
  queryKey: ['questioned-marks'],
  queryFn: ({ signal }) => api.get('/api/assessment/marks', { signal }),
  staleTime: 0,
  refetchInterval: 60_000,
});

export const answerMarks = (reviewId: string, body: BodyGiven<'POST /api/assessment/marks/:id/answer'>) =>
  api.post('/api/assessment/marks/:id/answer', { params: { id: reviewId }, body });
