import { api } from '../../lib/api.ts';
import type { Save } from './answer-queue.ts';

/** A save that got no answer in this time is repeated: repeating is harmless, waiting is not. */
const patienceMs = 10_000;
/** Browsers let 64 KB outlive a page; that many of the longest answers stay below it. */
const mostKeptAlive = 20;

const patience = () => ({ signal: AbortSignal.timeout(patienceMs) });

export const examApi = {
  start: (id: string, partId: string) =>
    api.post('/api/entries/:id/parts/:partId/attempt', { params: { id, partId } }),
  view: (id: string) => api.get('/api/attempts/:id', { params: { id } }),
  clock: (id: string) => api.get('/api/attempts/:id/clock', { params: { id }, ...patience() }),
  takeOver: (id: string) => api.post('/api/attempts/:id/writer', { params: { id }, ...patience() }),
  save: (id: string, writer: number, saves: readonly Save[]) =>
    api.post('/api/attempts/:id/saves', {
      params: { id },
      body: { writer, saves },
      ...patience(),
      keepalive: saves.length <= mostKeptAlive,
    }),
  submit: (id: string, writer: number) =>
    api.post('/api/attempts/:id/submit', { params: { id }, body: { writer }, ...patience() }),
  report: (id: string) => api.get('/api/attempts/:id/report', { params: { id } }),
};
