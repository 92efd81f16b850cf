import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Candidates whose address is not confirmed, a page at a time. */
export const addressesList = { path: '/api/addresses', queryKey: ['addresses'] } as const;

/** By which institutions they can be looked for. */
export const addressHousesQuery = queryOptions({
  queryKey: [...addressesList.queryKey, 'houses'],
  queryFn: ({ signal }) => api.get('/api/addresses', { query: { size: 1 }, signal }),
  select: ({ institutions }) => institutions,
});

export const confirmAddresses = (body: BodyGiven<'POST /api/addresses/confirm'>) =>
  api.post('/api/addresses/confirm', { body });

export const confirmAddress = (personId: string, body: BodyGiven<'POST /api/addresses/:id/confirm'>) =>
  api.post('/api/addresses/:id/confirm', { params: { id: personId }, body });
