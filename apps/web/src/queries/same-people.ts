import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Of everything here: what is said of one pair changes all lists. */
export const samePeopleKey = ['same-people'] as const;

/** Notes that two accounts are one person's, a page at a time. */
export const samePeopleList = { path: '/api/same-people', queryKey: [...samePeopleKey, 'notes'] } as const;

export const waitingNotesQuery = queryOptions({
  queryKey: [...samePeopleKey, 'waiting'],
  queryFn: () => api.get('/api/same-people/waiting'),
});

export const likelyPairsQuery = queryOptions({
  queryKey: [...samePeopleKey, 'likely'],
  queryFn: () => api.get('/api/same-people/likely'),
});

export const noteSamePerson = (body: BodyGiven<'POST /api/same-people'>) =>
  api.post('/api/same-people', { body });

export const agreeToSamePerson = (id: string, body: BodyGiven<'POST /api/same-people/:id/agree'>) =>
  api.post('/api/same-people/:id/agree', { params: { id }, body });

export const turnDownSamePerson = (id: string, body: BodyGiven<'POST /api/same-people/:id/turn-down'>) =>
  api.post('/api/same-people/:id/turn-down', { params: { id }, body });

export const endSamePerson = (id: string, body: BodyGiven<'POST /api/same-people/:id/end'>) =>
  api.post('/api/same-people/:id/end', { params: { id }, body });

export const tellApart = (body: BodyGiven<'POST /api/same-people/tell-apart'>) =>
  api.post('/api/same-people/tell-apart', { body });
