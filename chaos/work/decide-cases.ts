import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom, shuffle } from '@ennead/domain';
import { grant } from '../../apps/api/test/certification-harness.ts';
import type { House } from '../open-house.ts';
import type { Somebody } from '../prepare.ts';
import { ask } from './ask.ts';
import type { Told } from './told.ts';

/** What a case answers that is decided, by oneself before the answer was lost or by somebody else. */
const decidedAlready = 'DECISION_MADE';

/** Grants every case that is due, spread over the time, while another certifier does the same in another order. */
export const decideCases = async (
  house: House,
  certifier: Somebody,
  due: readonly string[],
  told: Told,
  seed: string,
  until: number,
): Promise<void> => {
  const random = seededRandom(seed, certifier.person.id);
  for (const [at, entryId] of shuffle(due, random).entries()) {
    const leftMs = Math.max(0, until - Date.now());
    await pause(random(Math.floor((2 * leftMs) / (due.length - at + 1))));
    const answered = await ask(house, certifier, 'POST', `/api/entries/${entryId}/decision`, grant);
    if (answered.status === 201 || answered.code === decidedAlready) told.decided.add(entryId);
    else told.surprises.push(`a decision on ${entryId}: ${answered.status} ${answered.code}`);
  }
};
