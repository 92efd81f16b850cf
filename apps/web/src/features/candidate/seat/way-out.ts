import type { OwnEntry } from '@ennead/contracts';

export type WayOut = 'leaveLine' | 'withdraw';

/** How candidates give up an entry by themselves: until the session opens, and later only what nobody has confirmed. */
export function wayOut({
  state,
  opensAt,
  serverNow,
  parts,
}: Pick<OwnEntry, 'state' | 'opensAt' | 'serverNow'> & {
  readonly parts: readonly Pick<OwnEntry['parts'][number], 'state'>[];
}): WayOut | null {
  if (state === 'waiting') return 'leaveLine';
  if (state === 'requested') return 'withdraw';
  const isBefore = Date.parse(serverNow) < Date.parse(opensAt);
  const isUnbegun = parts.every((part) => part.state === 'not-started');
  return state === 'entered' && isBefore && isUnbegun ? 'withdraw' : null;
}
