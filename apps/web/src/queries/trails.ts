import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Every step of one entry. */
export const trailQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['trail', entryId],
    queryFn: ({ signal }) => api.get('/api/entries/:id/trail', { params: { id: entryId }, signal }),
  });

/** What the grade of one entry rests on. */
export const recordQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['record', entryId],
    queryFn: ({ signal }) => api.get('/api/entries/:id/record', { params: { id: entryId }, signal }),
  });
