import type { Entry } from './entry.ts';

/** Undecided, whatever its state is called: a decision counts once the candidate has been told. */
export function isOpenEntry({ state, decision }: Entry): boolean {
  if (state === 'requested' || state === 'entered' || state === 'reopened') return true;
  return state === 'decided' && (!decision || decision.outcome === 'hold' || decision.notifiedAt === null);
}
