import type { Locale } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const readMe = () => api.get('/api/auth/me');

export const register = (body: BodyGiven<'POST /api/auth/register'>) =>
  api.post('/api/auth/register', { body });

export const logIn = (body: BodyGiven<'POST /api/auth/log-in'>) => api.post('/api/auth/log-in', { body });

/** The second step, where there is one. */
export const giveCode = (body: BodyGiven<'POST /api/auth/log-in/code'>) =>
  api.post('/api/auth/log-in/code', { body });

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
});

export const beginSecondFactor = (body: BodyGiven<'POST /api/auth/second-factor/begin'>) =>
  api.post('/api/auth/second-factor/begin', { body });

export const confirmSecondFactor = (body: BodyGiven<'POST /api/auth/second-factor/confirm'>) =>
  api.post('/api/auth/second-factor/confirm', { body });

export const renewRecoveryCodes = (body: BodyGiven<'POST /api/auth/second-factor/recovery-codes'>) =>
  api.post('/api/auth/second-factor/recovery-codes', { body });

export const giveUpSecondFactor = (body: BodyGiven<'POST /api/auth/second-factor/give-up'>) =>
  api.post('/api/auth/second-factor/give-up', { body });

/** By the link that an administrator had sent. */
export const removeFactorByLink = (body: BodyGiven<'POST /api/auth/second-factor/remove'>) =>
  api.post('/api/auth/second-factor/remove', { body });

export const logOut = () => api.post('/api/auth/log-out');

export const finishRegistration = (body: BodyGiven<'POST /api/auth/register/finish'>) =>
  api.post('/api/auth/register/finish', { body });

export const askForReset = (body: BodyGiven<'POST /api/auth/forgotten-password'>) =>
  api.post('/api/auth/forgotten-password', { body });

export const resetPassword = (body: BodyGiven<'POST /api/auth/reset-password'>) =>
  api.post('/api/auth/reset-password', { body });

/** What a link is for. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: ({ signal }) => api.get('/api/auth/links/:token', { params: { token }, signal }),
    refetchOnWindowFocus: false,
  });

export const sendConfirmation = () => api.post('/api/auth/address/send');

export const confirmAddress = (token: string) => api.post('/api/auth/address/confirm', { body: { token } });

export const changeAddress = (body: BodyGiven<'PUT /api/auth/address'>) =>
  api.put('/api/auth/address', { body });

export const closeAccount = (body: BodyGiven<'POST /api/auth/close'>) =>
  api.post('/api/auth/close', { body });

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

/** Where the reader is logged in. */
export const logInsQuery = queryOptions({
  queryKey: ['log-ins'],
  queryFn: ({ signal }) => api.get('/api/auth/log-ins', { signal }),
});

export const endLogIn = (id: string) => api.delete('/api/auth/log-ins/:id', { params: { id } });

export const endOtherLogIns = () => api.post('/api/auth/log-ins/end-others');

export const changeAccountLocale = (locale: Locale) => api.put('/api/auth/locale', { body: { locale } });
