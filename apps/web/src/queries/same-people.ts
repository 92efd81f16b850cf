import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Of everything here: what is said of one pair changes both lists. */
export const samePeopleKey = ['same-people'] as const;

/** Notes that two accounts are one person's, a page at a time. */
export const samePeopleList = { path: '/api/same-people', queryKey: [...samePeopleKey, 'notes'] } as const;

export const likelyPairsQuery = queryOptions({
  queryKey: [...samePeopleKey, 'likely'],
  queryFn: () => api.get('/api/same-people/likely'),
});

export const noteSamePerson = (body: BodyGiven<'POST /api/same-people'>) =>
  api.post('/api/same-people', { body });

export const endSamePerson = (id: string, body: BodyGiven<'POST /api/same-people/:id/end'>) =>
  api.post('/api/same-people/:id/end', { params: { id }, body });

export const tellApart = (body: BodyGiven<'POST /api/same-people/tell-apart'>) =>
  api.post('/api/same-people/tell-apart', { body });
