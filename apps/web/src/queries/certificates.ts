import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** All that was asked of certificates. */
export const verifyKey = ['verify'] as const;

/** Whether a certificate holds: always as it is now. */
export const verifyQuery = (number: string) =>
  queryOptions({
    queryKey: [...verifyKey, number],
    queryFn: ({ signal }) => api.get('/api/verify/:number', { params: { number }, signal }),
    staleTime: 0,
  });
