import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@ennead/domain';
import type { Part } from './parts.ts';

export type Killed = { readonly name: string; readonly times: number };

const leastMs = 400;
const mostMs = 3_500;
/** Everything has to come up in the end, so that what was begun can be finished. */
const calmMs = 2_000;

/** Kills one part after another until then, which and when by the seed. */
export const killAtRandom = async (
  parts: readonly Part[],
  seed: string,
  until: number,
): Promise<readonly Killed[]> => {
  const random = seededRandom(seed, 'kill');
  const times = new Map(parts.map(({ name }) => [name, 0]));
  for (;;) {
    await pause(leastMs + random(mostMs - leastMs));
    if (Date.now() > until - calmMs) break;
    const part = parts[random(parts.length - 1)]!;
    await part.kill();
    times.set(part.name, times.get(part.name)! + 1);
  }
  return [...times].map(([name, count]) => ({ name, times: count }));
};
