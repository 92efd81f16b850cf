import type { TryView } from '@ennead/contracts';

/** The numbers of the tries whose scores count nowhere any more, because their grade was taken back for good. */
export const takenBackIn = (tries: readonly Pick<TryView, 'number' | 'state' | 'outcome'>[]): number[] =>
  tries.flatMap(({ number, state, outcome }) =>
    state === 'decided' && outcome === 'withdraw' ? [number] : [],
  );
