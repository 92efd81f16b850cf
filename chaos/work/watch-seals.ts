import { setTimeout as pause } from 'node:timers/promises';
import type { KeptSeal } from '@ennead/contracts/internal';
import type { Prepared } from '../prepare.ts';
import type { Told } from './told.ts';

const lookMs = 300;

/** Keeps the newest seal, as somebody would who writes it down elsewhere: from then on the chain must hold it. */
export const watchSeals = async ({ db }: Prepared, told: Told, until: number): Promise<void> => {
  while (Date.now() < until) {
    // While PostgreSQL is away there is nothing to be seen.
    const [seal] = await db
      .query<KeptSeal[]>('SELECT number::int, hash FROM audit_seal ORDER BY number DESC LIMIT 1')
      .catch(() => []);
    if (seal) told.seal = seal;
    await pause(lookMs);
  }
};
