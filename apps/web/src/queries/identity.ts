import type { Locale } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const readMe = () => api.get('/api/auth/me');

export const register = (body: BodyGiven<'POST /api/auth/register'>) =>
  api.post('/api/auth/register', { body });

export const logIn = (body: BodyGiven<'POST /api/auth/log-in'>) => api.post('/api/auth/log-in', { body });

export const logOut = () => api.post('/api/auth/log-out');

/** Whom an invitation is for. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get('/api/auth/invitations/:token', { params: { token }, signal }),
    refetchOnWindowFocus: false,
  });

export const acceptInvitation = (body: BodyGiven<'POST /api/auth/accept-invitation'>) =>
  api.post('/api/auth/accept-invitation', { body });

export const changePassword = (body: BodyGiven<'PUT /api/auth/password'>) =>
  api.put('/api/auth/password', { body });

export const changeAccountLocale = (locale: Locale) => api.put('/api/auth/locale', { body: { locale } });
