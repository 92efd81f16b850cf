import type { TryView } from '@ennead/contracts';

type Listed = Pick<TryView, 'grade' | 'credential'>;

/** The try whose certificate holds now, if any: each that is issued takes the place of the one before. */
export const heldTry = <Try extends Listed>(tries: readonly Try[]): Try | null =>
  tries.findLast(({ credential }) => credential?.status === 'valid') ?? null;
