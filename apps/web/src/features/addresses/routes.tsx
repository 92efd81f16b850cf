import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'addresses',
    handle: { title: 'addresses:title', roles: ['registrar'] },
    lazy: lazyPage(['addresses'], async () => (await import('./addresses-page.tsx')).AddressesPage),
  },
];
