import type { WindowState } from '@ennead/contracts';

/** Whether a window of time is ahead, running or over: it is open from `opensAt` on, until before `closesAt`. */
export function windowState(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  now: Date,
): WindowState {
  if (now < opensAt) return 'upcoming';
  return now < closesAt ? 'open' : 'closed';
}
