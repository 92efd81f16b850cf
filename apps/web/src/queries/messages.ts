import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** All letters, a page at a time. */
export const messagesList = { path: '/api/messages', queryKey: ['messages'] } as const;

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: [...messagesList.queryKey, id],
    queryFn: ({ signal }) => api.get('/api/messages/:id', { params: { id }, signal }),
    staleTime: 0,
  });

/** Seeing it is recorded: it is asked for when somebody says so, and kept nowhere. */
export const showMessageLink = (id: string) => api.post('/api/messages/:id/link', { params: { id } });

export const sendMessageAgain = (id: string) => api.post('/api/messages/:id/send-again', { params: { id } });
