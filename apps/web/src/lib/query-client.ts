import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

export const sessionKey = ['session'] as const;

/** Retrying helps when nothing or a server fault came back, never when the server refused. */
function shouldRetry(failureCount: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !refused && failureCount < 2;
}

export function createQueryClient(): QueryClient {
  // Any 401 means that the session ended elsewhere: ask again who is here, and the guards do the rest.
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.status === 401)
      void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
  return client;
}
