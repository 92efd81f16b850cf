import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'accommodations',
    handle: { title: 'accommodations:title', roles: ['registrar'] },
    lazy: lazyPage(
      ['accommodations', 'interests'],
      async () => (await import('./accommodations-page.tsx')).AccommodationsPage,
    ),
  },
  {
    path: 'registrars',
    handle: { title: 'accommodations:duties.title', roles: ['registrar', 'administrator'] },
    lazy: lazyPage(
      ['accommodations', 'exceptions'],
      async () => (await import('./duties-page.tsx')).DutiesPage,
    ),
  },
];
