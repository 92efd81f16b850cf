import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: ({ signal }) => api.get('/api/institutions', { signal }),
});

export const createInstitution = (body: BodyGiven<'POST /api/institutions'>) =>
  api.post('/api/institutions', { body });
