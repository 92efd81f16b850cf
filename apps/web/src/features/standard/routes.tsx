import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'standard',
    handle: { title: 'standard:title' },
    lazy: lazyPage(['standard'], async () => (await import('./roles-page.tsx')).RolesPage),
  },
  {
    path: 'standard/:role',
    handle: { title: 'standard:roleTitle' },
    lazy: lazyPage(['standard'], async () => (await import('./role-page.tsx')).RolePage),
  },
  {
    path: 'levels',
    handle: { title: 'standard:levels.title' },
    lazy: lazyPage(['standard'], async () => (await import('./levels-page.tsx')).LevelsPage),
  },
];
