import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'sessions',
    handle: { title: 'enrol:title', roles: ['candidate'] },
    lazy: lazyPage(
      ['enrol', 'tries'],
      async () => (await import('./open-sessions-page.tsx')).OpenSessionsPage,
    ),
  },
];
