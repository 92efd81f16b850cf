import { invitationLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Invitation } from '../entities/invitation.ts';
import { invitations } from '../lifecycle/machines.ts';
import { transition } from '../lifecycle/transition.ts';

/** Ends the links by which an account could be taken that nobody has taken yet. */
export const voidInvitationsOf = async (
  manager: EntityManager,
  personId: string,
  actorId: string | null,
  which: FindOptionsWhere<Invitation> = {},
): Promise<void> => {
  const state = In(sourcesOf(invitationLifecycle, 'void'));
  for (const { tokenHash } of await manager.findBy(Invitation, { ...which, personId, state }))
    await transition(manager, invitations, tokenHash, { event: 'void', actorId, detail: { personId } });
};
