import type { StaffLinkInput } from '@ennead/contracts';
import { Person, recordAudit, SecondFactor, voidInvitationsOf } from '@ennead/persistence';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { isReachedByMailOnly } from '../is-reached-by-mail-only.ts';
import { lockPerson } from '../lock-person.ts';
import { makeLink, type MadeLink } from './make-link.ts';
import { voidLinksOf } from './void-links.ts';

/** Long enough to see its person, and to give it to them. */
const hours = 24;

const acts = {
  password: { purpose: 'reset-password', action: 'password.link-printed' },
  'second-factor': { purpose: 'remove-factor', action: 'second-factor.link-printed' },
} as const;

/**
 * A one-time link of somebody on the staff, for the operator of the machine to give to its person: to set a password, be it the
 * first, or to take a lost second factor away. Every link and invitation from before ends. Nobody but the operator has one
 * made, who could make administrators all the same: in any administrator's hand it would be a second person's vote.
 *
 * @returns what is to be opened, and until when it works
 * @throws Error in words where there is no such account, it is closed, a candidate's, or has no second factor
 */
export const makeStaffLink = async (
  manager: EntityManager,
  { email, for: what, reason }: StaffLinkInput,
  publicUrl: string,
): Promise<MadeLink> => {
  const known = await manager.findOneBy(Person, { email });
  if (!known) throw new Error(`Nobody has an account with ${email}.`);
  const person = await lockPerson(manager, known.id);
  const personId = person.id;
  if (person.email !== email) throw new Error(`The address of that account was changed just now.`);
  if (person.disabledAt)
    throw new Error(`The account of ${email} is closed; an administrator can enable it again.`);
  if (!(await isReachedByMailOnly(manager, person)))
    throw new Error(`${email} is a candidate: an administrator makes the link, on the page of people.`);
  if (what === 'second-factor' && !(await hasFactor(manager, personId)))
    throw new Error(`${email} has no two-step log-in.`);
  const { purpose, action } = acts[what];
  await recordAudit(manager, {
    actorId: null,
    action,
    subjectKind: 'person',
    subjectId: personId,
    detail: { reason },
  });
  await voidLinksOf(manager, personId, null);
  await voidInvitationsOf(manager, personId, null);
  return makeLink(manager, {
    purpose,
    personId,
    address: email,
    mailed: false,
    byOperator: true,
    actorId: null,
    publicUrl,
    hours,
  });
};

const hasFactor = (manager: EntityManager, personId: string): Promise<boolean> =>
  manager.existsBy(SecondFactor, { personId, confirmedAt: Not(IsNull()) });
