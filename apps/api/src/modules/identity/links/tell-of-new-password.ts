import { queueMessage } from '@ennead/mail';
import { readClock } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** Whoever did not set it themselves has to know. */
export const tellOfNewPassword = async (manager: EntityManager, personId: string): Promise<void> =>
  queueMessage(manager, {
    kind: 'password-changed',
    to: { personId },
    params: { at: { at: (await readClock(manager)).toISOString() } },
  });
