import type { ParamsOf } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => api.get('/api/work', { signal }),
  refetchInterval: 10_000,
  staleTime: 0,
});

export const retryParked = (params: ParamsOf<'POST /api/work/parked/:handler/:eventId/retry'>) =>
  api.post('/api/work/parked/:handler/:eventId/retry', { params });

/** Whether the server can work. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => api.get('/health/ready', { signal }),
  refetchInterval: 30_000,
  staleTime: 0,
  retry: false,
});
