import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const startLab = (entryId: string, partId: string) =>
  api.post('/api/entries/:id/parts/:partId/lab-session', { params: { id: entryId, partId } });

export const labSessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['lab-session', id],
    queryFn: () => api.get('/api/lab-sessions/:id', { params: { id } }),
  });

export const handInLab = (id: string) => api.post('/api/lab-sessions/:id/hand-in', { params: { id } });
