import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export interface AuditFilter {
  /** `<noun>.<past participle>`. */
  readonly action?: string;
  /** An id, or a part of a name or e-mail address. */
  readonly actor?: string;
}

/** The trail, newest first, a page at a time. */
export const auditQuery = ({ action, actor }: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', action ?? '', actor ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/audit', { query: { cursor: pageParam, action, actor }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ events }) => events),
  });
