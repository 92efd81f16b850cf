import type { QueryGiven } from '@ennead/contracts/routes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** What the trail is searched by. */
export type AuditFilter = Omit<NonNullable<QueryGiven<'GET /api/audit'>>, 'cursor'>;

/** The trail, latest first, a page at a time; and the cases of whom or what was searched for. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/audit', { query: { cursor: pageParam, ...filter }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => ({
      events: pages.flatMap(({ events }) => events),
      cases: pages[0]?.cases ?? [],
    }),
    // A mistyped number does not become another one by asking again.
    retry: false,
  });
