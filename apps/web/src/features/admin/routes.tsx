import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: 'admin',
    handle: { title: 'admin:people.title', roles: ['administrator'] },
    lazy: lazyPage(['admin'], async () => (await import('./people/people-page.tsx')).PeoplePage),
  },
  {
    path: 'admin/institutions',
    handle: { title: 'admin:institutions.title', roles: ['administrator'] },
    lazy: lazyPage(
      ['admin'],
      async () => (await import('./institutions/institutions-page.tsx')).InstitutionsPage,
    ),
  },
  {
    path: 'admin/sessions',
    handle: { title: 'admin:sessions.title', roles: ['administrator'] },
    lazy: lazyPage(['admin'], async () => (await import('./sessions/sessions-page.tsx')).SessionsPage),
  },
  {
    path: 'admin/sessions/:id',
    handle: { title: 'admin:entries.title', roles: ['administrator'] },
    lazy: lazyPage(
      ['admin', 'tries', 'accommodations', 'exceptions'],
      async () => (await import('./sessions/session-entries-page.tsx')).SessionEntriesPage,
    ),
  },
  {
    path: 'admin/inbox',
    handle: { title: 'admin:inbox.title', roles: ['administrator'] },
    lazy: lazyPage(['admin', 'notices'], async () => (await import('./inbox/inbox-page.tsx')).InboxPage),
  },
  {
    path: 'admin/work',
    handle: { title: 'admin:work.title', roles: ['administrator'] },
    lazy: lazyPage(['admin'], async () => (await import('./work/work-page.tsx')).WorkPage),
  },
  {
    path: 'admin/audit',
    handle: { title: 'admin:audit.title', roles: ['administrator'] },
    lazy: lazyPage(['admin'], async () => (await import('./audit/audit-page.tsx')).AuditPage),
  },
];
