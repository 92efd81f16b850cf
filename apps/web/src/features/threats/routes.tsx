import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'threats',
    handle: { title: 'threats:title', roles: ['registrar', 'certifier', 'administrator'] },
    lazy: lazyPage(
      ['threats', 'exceptions', 'ties'],
      async () => (await import('./threats-page.tsx')).ThreatsPage,
    ),
  },
];
