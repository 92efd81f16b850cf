import type { UseQueryResult } from '@tanstack/react-query';

/**
 * Whether a query is on its first way and has not failed yet. A page whose buttons would move when it answers waits that long:
 * a press that began on a button ends on it. It does not wait for what failed once.
 */
export const isAwaited = ({
  isLoading,
  failureCount,
}: Pick<UseQueryResult, 'isLoading' | 'failureCount'>): boolean => isLoading && failureCount === 0;
