import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../lib/api.ts';
import { resultKey } from './entries.ts';
import { verifyKey } from './certificates.ts';

/** All lists of cases, and how long they are. */
const decisionsKey = ['decisions'] as const;

export const queueCountsQuery = queryOptions({
  queryKey: [...decisionsKey, 'counts'],
  queryFn: ({ signal }) => api.get('/api/decisions/queue', { signal }),
});

/** The lists, a page at a time. */
export const undecidedList = { path: '/api/decisions/undecided', queryKey: decisionsKey } as const;
export const aboveScoresList = { path: '/api/decisions/above-scores', queryKey: decisionsKey } as const;
export const decidedList = { path: '/api/decisions/decided', queryKey: decisionsKey } as const;

const evidenceKey = (entryId: string) => ['evidence', entryId] as const;

/** A form is filled in beside it: it does not change under the hand. */
export const evidenceQuery = (entryId: string) =>
  queryOptions({
    queryKey: evidenceKey(entryId),
    queryFn: ({ signal }) => api.get('/api/entries/:id/evidence', { params: { id: entryId }, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Everything that a decision on an entry changes. */
export const refreshCase = (client: QueryClient, entryId: string) =>
  Promise.all(
    [evidenceKey(entryId), decisionsKey, resultKey(entryId), verifyKey].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );

export const decide = (entryId: string, body: BodyGiven<'POST /api/entries/:id/decision'>) =>
  api.post('/api/entries/:id/decision', { params: { id: entryId }, body });

export const withdrawGrant = (id: string, reason: string) =>
  api.post('/api/decisions/:id/withdraw', { params: { id }, body: { reason } });

export type Answer = 'confirm' | 'reject';

/** What a second certifier says of a proposal. */
export const answerProposal = (id: string, word: Answer, reason: string) =>
  api.post(`/api/decisions/:id/${word}`, { params: { id }, body: { reason } });
