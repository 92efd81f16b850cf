import { useMemo } from 'react';
import { startServerClock } from '../../lib/server-clock.ts';
import type { LabClient } from './lab-client.ts';
import { useStore } from '../../lib/store.ts';

/** When the lab ends and what time it is, both by the server's clock, in epoch milliseconds. */
export function useDeadline(client: LabClient): { readonly endsAt: number; readonly now: () => number } {
  const { deadlineAt, serverNow } = useStore(client.labSession);
  return useMemo(
    () => ({ endsAt: new Date(deadlineAt).getTime(), now: startServerClock(serverNow) }),
    [deadlineAt, serverNow],
  );
}
