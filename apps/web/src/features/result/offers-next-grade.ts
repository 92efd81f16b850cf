import type { EntryResultView, TryView } from '@ennead/contracts';
import { heldTry } from '../../lib/held-try.ts';

type Facts = Pick<EntryResultView, 'result' | 'credential'>;

/** Whether it helps to say what the next grade would take: not of a result that a better one has replaced. */
export function offersNextGrade(
  { result: { next }, credential }: Facts,
  tries: readonly Pick<TryView, 'grade' | 'credential'>[],
): boolean {
  if (!next || credential?.state === 'superseded') return false;
  return (heldTry(tries)?.grade ?? 0) < next.grade;
}
