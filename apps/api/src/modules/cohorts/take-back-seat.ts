import { entryLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { queueMessage } from '@ennead/mail';
import { CohortStay, Enrolment, entries, Entry, transition } from '@ennead/persistence';
import sql, { join } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { endAccommodations } from '../accommodations/end-accommodations.ts';
import { leaveHouse } from '../identity/leave-house.ts';
import { voidInvitationsOf } from '../identity/links/void-links.ts';
import type { Offer } from './write-invitation.ts';

type TakenBack = {
  readonly caller: Caller;
  readonly reason: string;
  readonly offer: Offer;
  /** Whether somebody who has accepted keeps it. */
  readonly onlyUnanswered: boolean;
};

const unanswered = sourcesOf(entryLifecycle, 'decline');

/**
 * Ends a seat that an institution offered, before anything was begun: its links end too, its candidate is told why, and whoever was the
 * institution's by it alone is so no longer. The person is to be locked.
 *
 * @returns whether there was one to be taken back
 */
export const takeBackSeat = async (
  manager: EntityManager,
  { id, enrolmentId }: Pick<Entry, 'id' | 'enrolmentId'>,
  { caller, reason, offer, onlyUnanswered }: TakenBack,
): Promise<boolean> => {
  const { state } = await manager.findOneByOrFail(Entry, { id });
  const mayGo = onlyUnanswered ? sql`entry.state IN (${join([...unanswered])})` : sql`true`;
  const withdrawn = await transition(manager, entries, id, {
    event: 'withdraw',
    actorId: caller.id,
    guards: { 'not-begun': sql`entry.first_sat_at IS NULL AND ${mayGo}` },
    set: { stateReason: reason },
    detail: { reason },
  });
  if (!withdrawn) return false;
  await endAccommodations(manager, id, caller.id);
  const { candidateId } = await manager.findOneByOrFail(Enrolment, { id: enrolmentId });
  // Links name the cohort that they were made in: of somebody who was moved another one.
  const stays = await manager.findBy(CohortStay, { entryId: id });
  const cohortId = In([offer.cohort.id, ...stays.map((stay) => stay.cohortId)]);
  await voidInvitationsOf(manager, candidateId, caller.id, { cohortId });
  const { institution, session } = offer.words;
  await queueMessage(manager, {
    kind: 'seat-withdrawn',
    to: { personId: candidateId },
    params: { institution, session, reason },
    entryId: id,
    about: { kind: 'entry', id },
    sentBy: caller.id,
  });
  if (unanswered.includes(state))
    await leaveHouse(manager, { personId: candidateId, cohortId: offer.cohort.id, actorId: caller.id });
  return true;
};
