import type { Entry } from './entry.ts';
import { isOpenEntry } from './is-open-entry.ts';
import { nextNumber } from './next-number.ts';
import type { AllowedEntry, Refused, TryRefusal } from './try-refusal.ts';

export type NextFreeSitting =
  AllowedEntry<'free-sitting'> | Refused<Extract<TryRefusal, { code: 'TRY_OPEN' }>>;

/**
 * Whether a free sitting may be entered now. It makes good a failure of ours, so that neither count nor wait stands
 * against it, only an entry that is still open; that there was such a failure is for a person to say.
 */
export function judgeFreeSitting(entries: readonly Entry[]): NextFreeSitting {
  const open = entries.find((entry) => entry.cause !== 'mock' && isOpenEntry(entry));
  if (open) return { kind: 'refused', code: 'TRY_OPEN', number: open.number };
  return { kind: 'allowed', number: nextNumber(entries), cause: 'free-sitting' };
}
