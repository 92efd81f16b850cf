import { entryLifecycle } from '@ennead/contracts';
import { birth, stateAfter } from '../lifecycle/moves.ts';
import { waitsForDecision } from '../decisions/waits-for-decision.ts';
import type { Entry } from './entry.ts';

/** Asked for or undecided, whatever its state is called: a decision counts once the candidate has been told. */
export function isOpenEntry({ state, decision }: Entry): boolean {
  if (waitsForDecision(state) || state === birth(entryLifecycle, 'request')) return true;
  return state === stateAfter(entryLifecycle, 'decide') && (!decision || decision.notifiedAt === null);
}
