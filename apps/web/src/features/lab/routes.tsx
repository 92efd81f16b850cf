import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'lab/:labSessionId',
    handle: { title: 'lab:title', roles: ['candidate'], frame: 'bare' },
    lazy: lazyPage(['lab'], async () => (await import('./lab-page.tsx')).LabPage),
  },
];
