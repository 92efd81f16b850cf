import type { BodyGiven } from '@ennead/contracts/routes';
import { api } from '../lib/api.ts';

/** All accounts, a page at a time. */
export const peopleList = { path: '/api/people', queryKey: ['people'] } as const;

export const createPerson = (body: BodyGiven<'POST /api/people'>) => api.post('/api/people', { body });

export const answerAppointment = (id: string, answer: 'agree' | 'reject', reason: string) =>
  api.post(`/api/appointments/:id/${answer}`, { params: { id }, body: { reason } });

export const removeSecondFactor = (
  id: string,
  body: BodyGiven<'POST /api/people/:id/second-factor/remove'>,
) => api.post('/api/people/:id/second-factor/remove', { params: { id }, body });

export const erasePerson = (id: string, body: BodyGiven<'POST /api/people/:id/erase'>) =>
  api.post('/api/people/:id/erase', { params: { id }, body });

export const issueLink = (id: string, body: BodyGiven<'POST /api/people/:id/link'>) =>
  api.post('/api/people/:id/link', { params: { id }, body });

export const changePerson = (id: string, body: BodyGiven<'PATCH /api/people/:id'>) =>
  api.patch('/api/people/:id', { params: { id }, body });
