import { lazyPage, type AppRoute } from '../../lib/app-route.ts';
import { declaringRoles } from '../../lib/ties.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'interests',
    handle: { title: 'interests:title', roles: declaringRoles },
    lazy: lazyPage(['interests', 'ties'], async () => (await import('./interests-page.tsx')).InterestsPage),
  },
];
