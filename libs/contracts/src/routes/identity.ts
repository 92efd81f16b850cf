import {
  AcceptInvitationInput,
  ChangeLocaleInput,
  ChangePasswordInput,
  CsrfView,
  InvitationView,
  LogInInput,
  RegisterInput,
  SessionView,
} from '../identity.ts';
import { routeTable } from './route.ts';

export const identityRoutes = routeTable({
  'GET /api/auth/csrf': {
    summary: 'The token that every changing request carries in X-CSRF-Token',
    answer: CsrfView,
  },
  'GET /api/auth/me': { summary: 'Whoever is logged in, or nobody', answer: SessionView },
  'POST /api/auth/register': { summary: 'Open an account as a candidate, and log in', body: RegisterInput },
  'POST /api/auth/log-in': { summary: 'Log in', body: LogInInput },
  'POST /api/auth/log-out': { summary: 'Log out, on this device' },
  'GET /api/auth/invitations/:token': {
    summary: 'Whom an invitation is for',
    params: { token: AcceptInvitationInput.shape.token },
    answer: InvitationView,
  },
  'POST /api/auth/accept-invitation': {
    summary: 'Accept an invitation with a password of one’s own, and log in',
    body: AcceptInvitationInput,
  },
  'PUT /api/auth/password': { summary: 'Change one’s own password', body: ChangePasswordInput },
  'PUT /api/auth/locale': { summary: 'Choose the language of one’s account', body: ChangeLocaleInput },
});
