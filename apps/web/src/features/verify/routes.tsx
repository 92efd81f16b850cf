import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'verify',
    handle: { title: 'verify:title' },
    lazy: lazyPage(['verify'], async () => (await import('./search-page.tsx')).SearchPage),
  },
  {
    path: 'verify/:number',
    handle: { title: 'verify:title' },
    lazy: lazyPage(['verify'], async () => (await import('./answer-page.tsx')).AnswerPage),
  },
];
