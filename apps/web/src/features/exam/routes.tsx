import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

const roles = ['candidate'] as const;

export const routes: readonly AppRoute[] = [
  {
    path: 'exam/start/:entryId/:partId',
    handle: { title: 'exam:startTitle', roles },
    lazy: lazyPage(
      ['exam', 'tries', 'accommodations'],
      async () => (await import('./start-page.tsx')).StartPage,
    ),
  },
  {
    path: 'exam/:attemptId',
    handle: { title: 'exam:title', roles, frame: 'bare' },
    lazy: lazyPage(['exam', 'accommodations'], async () => (await import('./exam-page.tsx')).ExamPage),
  },
  {
    path: 'exam/:attemptId/report',
    handle: { title: 'exam:reportTitle', roles },
    lazy: lazyPage(['exam'], async () => (await import('./report-page.tsx')).ReportPage),
  },
];
