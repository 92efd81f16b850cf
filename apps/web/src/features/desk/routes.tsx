import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'desk',
    handle: { title: 'desk:title', roles: ['registrar'] },
    lazy: lazyPage(['desk'], async () => (await import('./desk-page.tsx')).DeskPage),
  },
];
