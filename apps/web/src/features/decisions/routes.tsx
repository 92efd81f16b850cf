import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

const roles = ['certifier'] as const;

export const routes: readonly AppRoute[] = [
  {
    path: 'decisions',
    handle: { title: 'decisions:title', roles },
    lazy: lazyPage(['decisions'], async () => (await import('./queue-page.tsx')).QueuePage),
  },
  {
    path: 'decisions/:entryId',
    handle: { title: 'decisions:title', roles },
    // The record names actions as the audit trail of administrators does; the result is explained as to candidates.
    lazy: lazyPage(
      ['decisions', 'result', 'admin', 'interests', 'trail', 'exceptions', 'ties'],
      async () => (await import('./case-page.tsx')).CasePage,
    ),
  },
];
