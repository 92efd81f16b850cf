import { oneTimeLinkLifecycle, type LinkPurpose } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { OneTimeLink, oneTimeLinks, transition } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

/** Ends the links that somebody was sent or handed, of one purpose or of all. */
export const voidLinksOf = async (
  manager: EntityManager,
  personId: string,
  actorId: string | null,
  purpose?: LinkPurpose,
): Promise<void> => {
  const state = In(sourcesOf(oneTimeLinkLifecycle, 'void'));
  const open = await manager.findBy(OneTimeLink, { personId, state, ...(purpose && { purpose }) });
  for (const { tokenHash } of open)
    await transition(manager, oneTimeLinks, tokenHash, {
      event: 'void',
      actorId,
      detail: { purpose, personId },
    });
};

/** Ends the links by which an account with this address could be opened; of two who ask at once, the later finds the earlier's. */
export const voidRegistrationsOf = async (manager: EntityManager, address: string): Promise<void> => {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('register|' || $1, 0))`, [address]);
  const state = In(sourcesOf(oneTimeLinkLifecycle, 'void'));
  const purpose = 'register';
  for (const { tokenHash } of await manager.findBy(OneTimeLink, { purpose, address, state }))
    await transition(manager, oneTimeLinks, tokenHash, { event: 'void', actorId: null, detail: { purpose } });
};
