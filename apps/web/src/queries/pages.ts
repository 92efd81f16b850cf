import type { PageId } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** A page of the body, in both languages. */
export const pageQuery = (id: PageId) =>
  queryOptions({
    queryKey: ['pages', id],
    queryFn: ({ signal }) => api.get('/api/pages/:id', { params: { id }, signal }),
    staleTime: 5 * 60_000,
  });

/** What the reader has accepted, and what is in force. */
export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: ({ signal }) => api.get('/api/agreements', { signal }),
});

export const acceptDocuments = (body: BodyGiven<'POST /api/agreements'>) =>
  api.post('/api/agreements', { body });

/** The same with what an entry of theirs asks. */
export const entryAgreementsQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['agreements', entryId],
    queryFn: ({ signal }) => api.get('/api/agreements', { query: { entryId }, signal }),
    gcTime: 0,
  });
