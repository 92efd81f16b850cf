import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

const roles = ['administrator', 'certifier'] as const;

export const routes: readonly AppRoute[] = [
  {
    path: 'trail/:entryId',
    handle: { title: 'trail:title', roles },
    // Actions carry the names that they have in the audit trail.
    lazy: lazyPage(['trail', 'admin'], async () => (await import('./trail-page.tsx')).TrailPage),
  },
  {
    path: 'trail/:entryId/record',
    handle: { title: 'trail:record.title', roles },
    // The composite is explained as to candidates.
    lazy: lazyPage(
      ['trail', 'result', 'exceptions', 'ties'],
      async () => (await import('./record-page.tsx')).RecordPage,
    ),
  },
];
