import type { WithdrawnMember } from '@ennead/contracts';
import { mayHouseWrite, queueMessage } from '@ennead/mail';
import { Person } from '@ennead/persistence';
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
 * Ends a seat that an institution offered, and tells its candidate why. Of a letter to somebody who is not the institution's it says the
 * same, whether the address was confirmed or not. The seat is to be locked.
 *
 * @returns what the candidate was not sent
 * @throws Refusal as `withdrawSeat` does for an institution
 */
export const takeBackSeat = async (
  manager: EntityManager,
  seat: FoundEntry,
  { caller, reason, offer }: TakenBack,
): Promise<WithdrawnMember> => {
  const { institutionId } = offer.cohort;
  const person = await manager.findOneByOrFail(Person, { id: seat.candidateId });
  const unwritten = !(await mayHouseWrite(manager, institutionId, person));
  const reasonHeld = person.institutionId !== institutionId || person.emailConfirmedAt === null;
  await withdrawSeat(manager, seat, { as: 'institution', actorId: caller.id, reason });
  const { institution, session } = offer.words;
  await queueMessage(manager, {
    kind: 'seat-withdrawn',
    to: { personId: seat.candidateId },
    params: { institution, session, reason: reasonHeld ? { inPage: reason } : reason },
    entryId: seat.id,
    about: { kind: 'entry', id: seat.id },
    sentBy: caller.id,
    ...(unwritten && { unsent: 'too-many' }),
  });
  return { unwritten, reasonHeld };
};
