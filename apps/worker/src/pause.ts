import { setTimeout as wait } from 'node:timers/promises';

/** Waits, or ends at once when the signal says so. */
export const pause = (ms: number, until: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal: until }).catch(() => undefined);
