import type { QueryClient } from '@tanstack/react-query';
import { openSessionsQuery, ownEnrolmentsQuery, ownEntriesQuery } from '../../../queries/entries.ts';

/** After an act on a try: what the page shows of it, and of what may come next. */
export const refreshTries = (client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries(ownEntriesQuery),
    client.invalidateQueries(ownEnrolmentsQuery),
    client.invalidateQueries(openSessionsQuery),
  ]);
