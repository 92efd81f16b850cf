import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const threatsQuery = queryOptions({
  queryKey: ['threats'],
  queryFn: () => api.get('/api/threats'),
});

export const enterThreat = (body: BodyGiven<'POST /api/threats'>) => api.post('/api/threats', { body });

export const takeMeasure = (id: string, body: BodyGiven<'POST /api/threats/:id/measures'>) =>
  api.post('/api/threats/:id/measures', { params: { id }, body });
