import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

const queue = lazyPage(['reviews'], async () => (await import('./queue-page.tsx')).QueuePage);
const script = lazyPage(['reviews', 'interests'], async () => (await import('./review-page.tsx')).ReviewPage);

/** An assessor's pages and a moderator's: the same work, on different portfolios. */
export const routes: readonly AppRoute[] = [
  { path: 'reviews', handle: { title: 'reviews:title', roles: ['assessor'] }, lazy: queue },
  { path: 'reviews/:id', handle: { title: 'reviews:reviewTitle', roles: ['assessor'] }, lazy: script },
  {
    path: 'adjudications',
    handle: { title: 'reviews:adjudicationsTitle', roles: ['moderator'] },
    lazy: queue,
  },
  {
    path: 'adjudications/:id',
    handle: { title: 'reviews:adjudicationTitle', roles: ['moderator'] },
    lazy: script,
  },
];
