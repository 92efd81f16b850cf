import type { PersonView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readMe } from './identity.ts';
import { actFor, actForFirst, forgetCsrfToken } from '../lib/api.ts';
import { meKey } from '../lib/query-client.ts';

export type Person = PersonView;

export interface Me {
  /** Null when nobody is logged in, and while that is still unknown. */
  readonly person: Person | null;
  /** Whether the password was right and a code is asked for yet. */
  readonly awaitsCode: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The first person that this page hears of is whom it acts for, also where nobody was logged in when it opened. */
const readFirst = async () => {
  const me = await readMe();
  actForFirst(me.person?.id ?? null);
  return me;
};

/** Who is here. One request for all who ask; kept until log-in, log-out or a 401. */
export function useMe(): Me {
  const query = useQuery({ queryKey: meKey, queryFn: readFirst, staleTime: 5 * 60_000 });
  return {
    person: query.data?.person ?? null,
    awaitsCode: query.data?.awaits === 'code',
    isPending: query.isPending,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
  };
}

/** To be called after anything that changes who is logged in: asks anew, and forgets the rest, which was another's. */
export function useRefreshMe(): () => Promise<Person | null> {
  const client = useQueryClient();
  return useCallback(async () => {
    forgetCsrfToken();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
    const me = await client.fetchQuery({ queryKey: meKey, queryFn: readMe, staleTime: 0 });
    actFor(me.person?.id ?? null);
    return me.person;
  }, [client]);
}
