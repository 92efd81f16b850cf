import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'institution',
    handle: { title: 'institution:title', roles: ['manager', 'trainer'] },
    lazy: lazyPage(['institution'], async () => (await import('./cohorts-page.tsx')).CohortsPage),
  },
  {
    path: 'institution/cohorts/:id',
    handle: { title: 'institution:title', roles: ['manager', 'trainer'] },
    lazy: lazyPage(
      ['institution', 'accommodations', 'notices'],
      async () => (await import('./cohort-page.tsx')).CohortPage,
    ),
  },
  {
    path: 'institution/cohorts/:id/import',
    handle: { title: 'institution:roster.title', roles: ['manager'] },
    lazy: lazyPage(['institution'], async () => (await import('./roster/roster-page.tsx')).RosterPage),
  },
];
