import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'portfolio/:entryId/:partId',
    handle: { title: 'portfolio:title', roles: ['candidate'] },
    lazy: lazyPage(['portfolio', 'tries'], async () => (await import('./portfolio-page.tsx')).PortfolioPage),
  },
];
