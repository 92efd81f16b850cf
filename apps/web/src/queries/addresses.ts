import type { BodyGiven } from '@ennead/contracts/routes';
import { api } from '../lib/api.ts';

/** Candidates whose address is not confirmed, a page at a time. */
export const addressesList = { path: '/api/addresses', queryKey: ['addresses'] } as const;

export const confirmAddress = (personId: string, body: BodyGiven<'POST /api/addresses/:id/confirm'>) =>
  api.post('/api/addresses/:id/confirm', { params: { id: personId }, body });
