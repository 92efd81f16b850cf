import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'same-people',
    handle: { title: 'same-people:title', roles: ['registrar', 'administrator'] },
    lazy: lazyPage(['same-people'], async () => (await import('./same-people-page.tsx')).SamePeoplePage),
  },
];
