export type WindowState = 'upcoming' | 'open' | 'closed';

/** Whether a window of time is ahead, running or over. Instants are ISO 8601; `now` is in milliseconds since 1970. */
export function windowState(
  { opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string },
  now: number,
): WindowState {
  if (now < Date.parse(opensAt)) return 'upcoming';
  return now < Date.parse(closesAt) ? 'open' : 'closed';
}
