import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'sessions',
    handle: { title: 'enrol:title' },
    lazy: lazyPage(['enrol', 'tries'], async () => (await import('./sessions-page.tsx')).SessionsPage),
  },
];
