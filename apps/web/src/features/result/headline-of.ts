import type { EntryResultView } from '@ennead/contracts';
import { hasEnded } from '../../lib/has-ended.ts';

export type HeadlineKey =
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'withdrawnRecord'
  | 'ended'
  | 'mock'
  | 'computed'
  | 'computedNone'
  | 'waiting';

export interface Headline {
  readonly key: HeadlineKey;
  readonly grade: number | null;
  /** Decided and in force: vermilion is kept for that. */
  readonly isSealed: boolean;
}

type Facts = Pick<EntryResultView, 'state' | 'cause' | 'result' | 'decision' | 'credential'>;

/** What stands above everything else: the decision once there is one, till then what the scores come to. */
export function headlineOf({ state, cause, result, decision, credential }: Facts): Headline {
  if (decision?.outcome === 'grant') return { key: 'granted', grade: decision.grade, isSealed: true };
  if (decision?.outcome === 'withdraw')
    return { key: credential ? 'withdrawn' : 'withdrawnRecord', grade: null, isSealed: false };
  if (decision) return { key: 'refused', grade: null, isSealed: false };
  if (hasEnded(state)) return { key: 'ended', grade: null, isSealed: false };
  if (cause === 'mock') return { key: 'mock', grade: null, isSealed: false };
  if (result.compositeTenThousandths === null) return { key: 'waiting', grade: null, isSealed: false };
  if (result.grade === null) return { key: 'computedNone', grade: null, isSealed: false };
  return { key: 'computed', grade: result.grade, isSealed: false };
}
