import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'assessment',
    handle: { title: 'assessment:title', roles: ['registrar', 'administrator'] },
    lazy: lazyPage(
      ['assessment', 'exceptions', 'ties'],
      async () => (await import('./assessment-page.tsx')).AssessmentPage,
    ),
  },
];
