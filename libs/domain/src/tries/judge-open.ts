import type { Entry } from './entry.ts';
import { isOpenEntry } from './is-open-entry.ts';
import type { Refused, TryRefusal } from './try-refusal.ts';

export type OpenTry = Refused<Extract<TryRefusal, { code: 'TRY_OPEN' | 'TRY_OPEN_ELSEWHERE' }>>;

/** What is said where one of these entries is open, of one's own before another account's; null where none is. */
export function judgeOpen(entries: readonly Entry[]): OpenTry | null {
  const open = entries.filter(isOpenEntry);
  const own = open.find(({ isElsewhere }) => !isElsewhere);
  if (own) return { kind: 'refused', code: 'TRY_OPEN', number: own.number };
  return open.length > 0 ? { kind: 'refused', code: 'TRY_OPEN_ELSEWHERE' } : null;
}
