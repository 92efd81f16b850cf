import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    index: true,
    handle: { title: 'home:title' },
    lazy: lazyPage(['home'], async () => (await import('./home-page.tsx')).HomePage),
  },
];
