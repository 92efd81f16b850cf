import type { QueryClient } from '@tanstack/react-query';
import { ownEnrolmentsQuery } from '../../../lib/own-enrolments.ts';
import { ownEntriesQuery } from '../../../lib/own-entries.ts';

/** After an act on a try: what the page shows of it, and of what may come next. */
export const refreshTries = (client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ownEntriesQuery.queryKey }),
    client.invalidateQueries({ queryKey: ownEnrolmentsQuery.queryKey }),
  ]);
