import type { EndCause } from '@ennead/contracts';
import { attempts, inTime, transition } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

/** What is handed in late counts as handed in at the deadline. */
export const handedIn = (submitCause: EndCause) => ({
  submittedAt: sql`least(clock(), deadline_at)`,
  submitCause,
});

/** Hands an attempt in whose time, grace included, is over. Before that, and once it is handed in, nothing happens. */
export const expireAttempt = (manager: EntityManager, id: string): Promise<object | null> =>
  transition(manager, attempts, id, {
    event: 'expire',
    actorId: null,
    guards: { over: sql`NOT (${raw(inTime)})` },
    set: handedIn('expiry'),
    detail: { cause: 'expiry' },
  });
