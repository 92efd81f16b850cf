import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The entries of whoever is logged in, newest first. */
export const ownEntriesQuery = queryOptions({
  queryKey: ['entries', 'mine'],
  queryFn: () => api.get('/api/entries/mine'),
});
