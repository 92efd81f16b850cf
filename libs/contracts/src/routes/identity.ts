import { z } from 'zod';
import {
  AcceptInvitationInput,
  ChangeLocaleInput,
  ChangePasswordInput,
  BeginSecondFactorInput,
  ChangeAddressInput,
  CloseAccountInput,
  CodeInput,
  ForgottenPasswordInput,
  LinkView,
  SetPasswordInput,
  UseLinkInput,
  CsrfView,
  GiveUpSecondFactorInput,
  RemoveFactorByLinkInput,
  RecoveryCodes,
  SecondFactorSecret,
  SecondFactorView,
  InvitationView,
  LogInId,
  LogInInput,
  LogInView,
  RegisterInput,
  MeView,
} from '../identity.ts';
import { routeTable } from './route.ts';

export const identityRoutes = routeTable({
  'GET /api/auth/csrf': {
    public: true,
    summary: 'The token that every changing request carries in X-CSRF-Token',
    answer: CsrfView,
  },
  'GET /api/auth/me': { public: true, summary: 'Whoever is logged in, or nobody', answer: MeView },
  'POST /api/auth/register': {
    public: true,
    summary: 'Ask for an account as a candidate; a link comes by mail, whether or not the address is new',
    body: RegisterInput,
  },
  'POST /api/auth/register/finish': {
    public: true,
    summary: 'Open the account by the link that came, with a password, and log in',
    body: SetPasswordInput,
  },
  'GET /api/auth/links/:token': {
    public: true,
    summary: 'What a one-time link is for; uses nothing up',
    params: { token: UseLinkInput.shape.token },
    answer: LinkView,
  },
  'POST /api/auth/forgotten-password': {
    public: true,
    summary: 'Ask for a link to set a new password; answers alike for every address',
    body: ForgottenPasswordInput,
  },
  'POST /api/auth/reset-password': {
    public: true,
    summary: 'Set a new password by a link; every log-in ends',
    body: SetPasswordInput,
  },
  'POST /api/auth/address/send': { summary: 'Have the link sent again that confirms one’s address' },
  'POST /api/auth/address/confirm': {
    summary: 'Confirm one’s address, or the one that it is to be, by the link that came there',
    body: UseLinkInput,
  },
  'PUT /api/auth/address': {
    summary: 'Change one’s address: a link goes to the new one, and nothing changes before it is used',
    body: ChangeAddressInput,
  },
  'POST /api/auth/close': { summary: 'Close one’s own account', body: CloseAccountInput },
  'POST /api/auth/log-in': {
    public: true,
    summary: 'Log in; where there is a second factor, only its code is asked for after this',
    body: LogInInput,
  },
  'POST /api/auth/log-in/code': {
    public: true,
    summary: 'Log in to the end, with a code of one’s second factor',
    body: CodeInput,
  },
  'POST /api/auth/log-out': { summary: 'Log out, on this device' },
  'GET /api/auth/invitations/:token': {
    public: true,
    summary: 'Whom an invitation is for',
    params: { token: AcceptInvitationInput.shape.token },
    answer: InvitationView,
  },
  'POST /api/auth/accept-invitation': {
    public: true,
    summary: 'Accept an invitation with a password of one’s own, and log in',
    body: AcceptInvitationInput,
  },
  'PUT /api/auth/password': { summary: 'Change one’s own password', body: ChangePasswordInput },
  'GET /api/auth/second-factor': { summary: 'One’s own second factor', answer: SecondFactorView },
  'POST /api/auth/second-factor/begin': {
    summary: 'Begin to set up a second factor',
    body: BeginSecondFactorInput,
    answer: SecondFactorSecret,
  },
  'POST /api/auth/second-factor/confirm': {
    summary: 'Set it up with a first code; gives the recovery codes',
    body: CodeInput,
    answer: RecoveryCodes,
  },
  'POST /api/auth/second-factor/recovery-codes': {
    summary: 'Have new recovery codes, by a code',
    body: CodeInput,
    answer: RecoveryCodes,
  },
  'POST /api/auth/second-factor/give-up': {
    summary: 'Give one’s second factor up',
    body: GiveUpSecondFactorInput,
  },
  'POST /api/auth/second-factor/remove': {
    public: true,
    summary:
      'Take one’s lost second factor away, by the link that an administrator had sent and one’s password',
    body: RemoveFactorByLinkInput,
  },
  'GET /api/auth/log-ins': { summary: 'Where one is logged in', answer: z.array(LogInView) },
  'DELETE /api/auth/log-ins/:id': {
    summary: 'End one of one’s own log-ins',
    params: { id: LogInId },
  },
  'POST /api/auth/log-ins/end-others': { summary: 'End all of one’s own log-ins but this one' },
  'PUT /api/auth/locale': { summary: 'Choose the language of one’s account', body: ChangeLocaleInput },
});
