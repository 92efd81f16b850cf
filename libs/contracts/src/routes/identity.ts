import {
  AcceptInvitationInput,
  ChangeLocaleInput,
  ChangePasswordInput,
  CsrfView,
  InvitationView,
  LogInInput,
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
    summary: 'Open an account as a candidate, and log in',
    body: RegisterInput,
  },
  'POST /api/auth/log-in': { public: true, summary: 'Log in', body: LogInInput },
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
  'PUT /api/auth/locale': { summary: 'Choose the language of one’s account', body: ChangeLocaleInput },
});
