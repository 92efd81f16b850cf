import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'candidate',
    handle: { title: 'candidate:title', roles: ['candidate'] },
    lazy: lazyPage(['candidate'], async () => (await import('./candidate-page.tsx')).CandidatePage),
  },
];
