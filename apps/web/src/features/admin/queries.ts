import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: ({ signal }) => api.get('/api/institutions', { signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get('/api/sessions', { signal }),
});

export const choicesQuery = queryOptions({
  queryKey: ['sessions', 'choices'],
  queryFn: ({ signal }) => api.get('/api/sessions/choices', { signal }),
  // A window is proposed by what the time was when it was asked.
  gcTime: 0,
});

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => api.get('/api/work', { signal }),
  refetchInterval: 10_000,
  staleTime: 0,
});

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => api.get('/health/ready', { signal }),
  refetchInterval: 30_000,
  staleTime: 0,
  retry: false,
});
