import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Draws whole numbers from 0 to most, both included, each as likely as the other. */
export type Random = (most: number) => number;

/**
 * A reproducible stream of random numbers: the same seed and purpose give the same stream, on any machine, for ever.
 *
 * xoroshiro128+ (Blackman and Vigna, 2018) started from the first 128 bits of SHA-256(seed, NUL, purpose), so that seeds
 * may be any text and streams of different purposes have nothing to do with each other. Not for secrets.
 */
export function seededRandom(seed: string, purpose: string): Random {
  const digest = createHash('sha256').update(`${seed}\0${purpose}`).digest();
  const state = [0, 4, 8, 12].map((offset) => digest.readInt32BE(offset));
  const generator = xoroshiro128plusFromState(state);
  return (most) => uniformInt(generator, 0, most);
}

/** Fisher-Yates shuffle into a new list. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random(last);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
