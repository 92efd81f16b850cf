import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

export const meKey = ['me'] as const;

/** Retrying helps when nothing or a server fault came back, never when the server refused. */
function shouldRetry(failureCount: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !refused && failureCount < 2;
}

export function createQueryClient(): QueryClient {
  // Any 401 means that the log-in ended elsewhere, and a second factor may be due since a role was given: ask again who is
  // here, and the guards do the rest.
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && (error.status === 401 || error.code === 'SECOND_FACTOR_DUE'))
      void client.invalidateQueries({ queryKey: meKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a network both fail at once and say so. Held back instead, an act would still be sent after somebody
      // had cancelled it, and a page would load for ever.
      queries: {
        networkMode: 'always',
        retry: shouldRetry,
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
