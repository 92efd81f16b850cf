import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** What got no answer in this time is asked again: repeating is harmless, waiting is not. */
const patienceMs = 10_000;
/** Browsers let 64 KB outlive a page; that many of the longest answers stay below it. */
const mostKeptAlive = 20;

const patience = () => ({ signal: AbortSignal.timeout(patienceMs) });

export const startAttempt = (entryId: string, partId: string) =>
  api.post('/api/entries/:id/parts/:partId/attempt', { params: { id: entryId, partId } });

export const viewAttempt = (id: string) => api.get('/api/attempts/:id', { params: { id } });

export const readClock = (id: string) =>
  api.get('/api/attempts/:id/clock', { params: { id }, ...patience() });

/** From now on this page writes, and no other. */
export const takeOver = (id: string) =>
  api.post('/api/attempts/:id/writer', { params: { id }, ...patience() });

export const saveAnswers = (id: string, body: BodyGiven<'POST /api/attempts/:id/saves'>) =>
  api.post('/api/attempts/:id/saves', {
    params: { id },
    body,
    ...patience(),
    keepalive: body.saves.length <= mostKeptAlive,
  });

export const submitAttempt = (id: string, body: BodyGiven<'POST /api/attempts/:id/submit'>) =>
  api.post('/api/attempts/:id/submit', { params: { id }, body, ...patience() });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['attempt', id, 'report'],
    queryFn: () => api.get('/api/attempts/:id/report', { params: { id } }),
  });
