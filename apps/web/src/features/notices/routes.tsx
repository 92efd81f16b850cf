import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'notices',
    handle: { title: 'notices:title', roles: 'anyone-logged-in' },
    lazy: lazyPage(['notices'], async () => (await import('./notices-page.tsx')).NoticesPage),
  },
];
