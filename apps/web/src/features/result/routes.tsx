import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'result/:entryId',
    handle: { title: 'result:title', roles: ['candidate', 'certifier', 'manager'] },
    lazy: lazyPage(
      ['result', 'tries', 'exceptions', 'ties'],
      async () => (await import('./result-page.tsx')).ResultPage,
    ),
  },
  {
    path: 'certificate/:number',
    handle: { title: 'result:certificate.pageTitle' },
    lazy: lazyPage(['result'], async () => (await import('./certificate-page.tsx')).CertificatePage),
  },
];
