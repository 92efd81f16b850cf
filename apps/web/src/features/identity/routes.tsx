import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'log-in',
    handle: { title: 'account:logIn.title' },
    lazy: lazyPage(['account'], async () => (await import('./log-in-page.tsx')).LogInPage),
  },
  {
    path: 'register',
    handle: { title: 'account:register.title' },
    lazy: lazyPage(['account'], async () => (await import('./register-page.tsx')).RegisterPage),
  },
  {
    path: 'forgotten',
    handle: { title: 'account:forgotten.title' },
    lazy: lazyPage(['account'], async () => (await import('./forgotten-page.tsx')).ForgottenPage),
  },
  {
    path: 'link/:token',
    handle: { title: 'account:link.title' },
    lazy: lazyPage(['account'], async () => (await import('./link-page.tsx')).LinkPage),
  },
  {
    path: 'invitation/:token',
    handle: { title: 'account:invitation.title' },
    lazy: lazyPage(['account'], async () => (await import('./invitation-page.tsx')).InvitationPage),
  },
  {
    path: 'account/second-factor',
    handle: { title: 'account:secondFactor.title', roles: 'anyone-logged-in' },
    lazy: lazyPage(['account'], async () => (await import('./second-factor-page.tsx')).SecondFactorPage),
  },
  {
    path: 'account',
    handle: { title: 'account:account.title', roles: 'anyone-logged-in' },
    lazy: lazyPage(['account', 'notices'], async () => (await import('./account-page.tsx')).AccountPage),
  },
];
