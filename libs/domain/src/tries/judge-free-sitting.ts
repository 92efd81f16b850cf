import type { Entry } from './entry.ts';
import { judgeOpen, type OpenTry } from './judge-open.ts';
import { nextNumber } from './next-number.ts';
import type { AllowedEntry } from './try-refusal.ts';

export type NextFreeSitting = AllowedEntry<'free-sitting'> | OpenTry;

/**
 * Whether a free sitting may be entered now. It makes good a failure of ours, so that neither count nor wait stands
 * against it, only an entry that is still open; that there was such a failure is for a person to say.
 */
export function judgeFreeSitting(entries: readonly Entry[]): NextFreeSitting {
  const open = judgeOpen(entries.filter(({ cause }) => cause !== 'mock'));
  return open ?? { kind: 'allowed', number: nextNumber(entries), cause: 'free-sitting' };
}
