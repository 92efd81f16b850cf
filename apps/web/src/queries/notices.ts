import type { Locale } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

const minuteMs = 60_000;
/** As many as one reads at a time. */
const noticesOnPage = 20;

/** Under which all that is known of the reader's notices is kept. */
export const noticesKey = ['notices'] as const;

export const noticesQuery = (locale: Locale, page: number) =>
  queryOptions({
    queryKey: [...noticesKey, 'page', locale, page],
    queryFn: ({ signal }) =>
      api.get('/api/notices', { query: { locale, page, size: noticesOnPage }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** How many are not read; asked now and then, for others make them. */
export const unreadQuery = queryOptions({
  queryKey: [...noticesKey, 'unread'],
  queryFn: ({ signal }) => api.get('/api/notices/unread', { signal }),
  refetchInterval: minuteMs,
  retry: false,
});

export const noticeChoicesQuery = queryOptions({
  queryKey: [...noticesKey, 'choices'],
  queryFn: ({ signal }) => api.get('/api/notices/choices', { signal }),
});

export const readNotices = (body: BodyGiven<'POST /api/notices/read'>) =>
  api.post('/api/notices/read', { body });

export const chooseNotices = (body: BodyGiven<'PUT /api/notices/choices'>) =>
  api.put('/api/notices/choices', { body });
