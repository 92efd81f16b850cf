import type { EntryResultView } from '@ennead/contracts';

export interface Headline {
  readonly key: 'granted' | 'refused' | 'revoked' | 'computed' | 'computedNone' | 'waiting';
  readonly grade: number | null;
  /** Decided and in force: vermilion is kept for that. */
  readonly isSealed: boolean;
}

type Facts = Pick<EntryResultView, 'result' | 'decision' | 'credential'>;

/** What stands above everything else: the decision once there is one, till then what the scores come to. */
export function headlineOf({ result, decision, credential }: Facts): Headline {
  if (credential?.state === 'revoked') return { key: 'revoked', grade: null, isSealed: false };
  if (decision?.outcome === 'grant') return { key: 'granted', grade: decision.grade, isSealed: true };
  if (decision) return { key: 'refused', grade: null, isSealed: false };
  if (result.compositeTenThousandths === null) return { key: 'waiting', grade: null, isSealed: false };
  if (result.grade === null) return { key: 'computedNone', grade: null, isSealed: false };
  return { key: 'computed', grade: result.grade, isSealed: false };
}
