import type { EntryResultView, TryView } from '@ennead/contracts';
import { heldTry } from '../../lib/held-try.ts';

type Facts = Pick<EntryResultView, 'result' | 'credential' | 'decision'>;

/** Whether it helps to say what the next grade would take: not of one that a better has replaced or that was taken back. */
export function offersNextGrade(
  { result: { next }, credential, decision }: Facts,
  tries: readonly Pick<TryView, 'grade' | 'credential'>[],
): boolean {
  if (!next || credential?.status === 'superseded' || decision?.outcome === 'withdraw') return false;
  return (heldTry(tries)?.grade ?? 0) < next.grade;
}
