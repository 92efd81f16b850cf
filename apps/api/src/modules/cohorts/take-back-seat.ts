import { queueMessage } from '@ennead/mail';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { FoundEntry } from '../enrolments/find-entry.ts';
import { withdrawSeat } from '../tries/withdraw-seat.ts';
import type { Offer } from './write-invitation.ts';

type TakenBack = {
  readonly caller: Caller;
  readonly reason: string;
  readonly offer: Offer;
};

/**
 * Ends a seat that an institution offered, and tells its candidate why. The seat is to be locked.
 *
 * @throws Refusal as `withdrawSeat` does for an institution
 */
export const takeBackSeat = async (
  manager: EntityManager,
  seat: FoundEntry,
  { caller, reason, offer }: TakenBack,
): Promise<void> => {
  await withdrawSeat(manager, seat, { as: 'institution', actorId: caller.id, reason });
  const { institution, session } = offer.words;
  await queueMessage(manager, {
    kind: 'seat-withdrawn',
    to: { personId: seat.candidateId },
    params: { institution, session, reason },
    entryId: seat.id,
    about: { kind: 'entry', id: seat.id },
    sentBy: caller.id,
  });
};
