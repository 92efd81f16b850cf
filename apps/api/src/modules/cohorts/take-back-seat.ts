import { entryLifecycle, type WithdrawnMember } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { mayHouseWrite, queueMessage } from '@ennead/mail';
import { CohortStay, entries, Enrolment, Person, transition, type Entry } from '@ennead/persistence';
import sql, { join } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
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
 * Ends a seat that an institution offered, before anything was begun: its links end too, and its candidate is told why. Of a letter to
 * somebody who is not the institution's it says the same, whether the address was confirmed or not.
 *
 * @returns what the candidate was not sent; null where there was none to be taken back
 */
export const takeBackSeat = async (
  manager: EntityManager,
  { id, enrolmentId }: Pick<Entry, 'id' | 'enrolmentId'>,
  { caller, reason, offer, onlyUnanswered }: TakenBack,
): Promise<WithdrawnMember | null> => {
  const mayGo = onlyUnanswered ? sql`entry.state IN (${join([...unanswered])})` : sql`true`;
  const withdrawn = await transition(manager, entries, id, {
    event: 'withdraw',
    actorId: caller.id,
    guards: { 'not-begun': sql`entry.first_sat_at IS NULL AND ${mayGo}` },
    set: { stateReason: reason },
    detail: { reason },
  });
  if (!withdrawn) return null;
  const { candidateId } = await manager.findOneByOrFail(Enrolment, { id: enrolmentId });
  const person = await manager.findOneByOrFail(Person, { id: candidateId });
  // Links name the cohort that they were made in: of somebody who was moved another one.
  const stays = await manager.findBy(CohortStay, { entryId: id });
  const cohortId = In([offer.cohort.id, ...stays.map((stay) => stay.cohortId)]);
  await voidInvitationsOf(manager, candidateId, caller.id, { cohortId });
  const { institution, session } = offer.words;
  const { institutionId } = offer.cohort;
  const unwritten = !(await mayHouseWrite(manager, institutionId, person));
  const reasonHeld = person.institutionId !== institutionId || person.emailConfirmedAt === null;
  await queueMessage(manager, {
    kind: 'seat-withdrawn',
    to: { personId: candidateId },
    params: { institution, session, reason: reasonHeld ? { inPage: reason } : reason },
    entryId: id,
    about: { kind: 'entry', id },
    sentBy: caller.id,
    ...(unwritten && { unsent: 'too-many' }),
  });
  return { unwritten, reasonHeld };
};
