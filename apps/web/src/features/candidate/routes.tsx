import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'candidate',
    handle: { title: 'candidate:title', roles: ['candidate'] },
    lazy: lazyPage(
      ['candidate', 'tries', 'accommodations'],
      async () => (await import('./candidate-page.tsx')).CandidatePage,
    ),
  },
  {
    path: 'history',
    handle: { title: 'tries:history.title', roles: ['candidate'] },
    lazy: lazyPage(
      ['candidate', 'tries'],
      async () => (await import('./tries/history-page.tsx')).HistoryPage,
    ),
  },
];
