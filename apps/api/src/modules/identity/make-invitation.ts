import { createHash, randomBytes } from 'node:crypto';
import {
  appointmentProposalLifecycle,
  invitationLifecycle,
  Refusal,
  type InvitationLink,
} from '@ennead/contracts';
import {
  AppointmentProposal,
  create,
  Invitation,
  invitations,
  transition,
  type Cohort,
  type Person,
} from '@ennead/persistence';
import { birth, sourcesOf } from '@ennead/domain';
import sql, { raw } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import { lockPerson } from './lock-person.ts';

const validDays = 30;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const isOnlyCandidate = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.every((role) => role === 'candidate');

/** Whether somebody is nothing beside a candidate, and is not about to be. */
export const isMereCandidate = async (
  manager: EntityManager,
  { id: personId, ...person }: Pick<Person, 'id' | 'roles'>,
): Promise<boolean> =>
  isOnlyCandidate(person) && !(await manager.existsBy(AppointmentProposal, { personId, state: proposed }));

/** Whether an institution may hand somebody their link: it opens the whole account, so only to its own mere candidates. */
export const isInvitedBy = async (
  manager: EntityManager,
  institutionId: string,
  person: Pick<Person, 'id' | 'roles' | 'institutionId'>,
): Promise<boolean> => person.institutionId === institutionId && isMereCandidate(manager, person);

const proposed = birth(appointmentProposalLifecycle, 'propose');

type Occasion = {
  readonly actorId: string | null;
  readonly entryId: string | null;
  /** The cohort whose institution hands it out; null where an administrator does. */
  readonly cohort: Pick<Cohort, 'id' | 'institutionId'> | null;
  readonly publicUrl: string;
};

/**
 * A new link for a person without a password; links given out before stop working. Only the hash is kept. Of two that
 * are asked for at once the later one works.
 *
 * @throws Refusal ACCOUNT_ACTIVE for whoever has a password by now, INVITATION_NOT_YOURS where an institution may not
 */
export const makeInvitation = async (
  manager: EntityManager,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  { actorId, entryId, cohort, publicUrl }: Occasion,
): Promise<InvitationLink> => {
  const locked = await lockPerson(manager, person.id);
  if (locked.passwordHash !== null) throw new Refusal('ACCOUNT_ACTIVE');
  if (cohort && !(await isInvitedBy(manager, cohort.institutionId, locked)))
    throw new Refusal('INVITATION_NOT_YOURS');
  const token = randomBytes(24).toString('base64url');
  const open = In(sourcesOf(invitationLifecycle, 'void'));
  for (const { tokenHash } of await manager.findBy(Invitation, { personId: person.id, state: open }))
    await transition(manager, invitations, tokenHash, { event: 'void', actorId, entryId });
  const made = await create(manager, invitations, {
    event: 'invite',
    actorId,
    entryId,
    values: {
      tokenHash: hashToken(token),
      personId: person.id,
      cohortId: cohort?.id ?? null,
      expiresAt: sql`clock() + ${raw(`interval '${validDays} days'`)}`,
    },
    detail: { personId: person.id },
  });
  if (!made) throw new Error(`Person ${person.id} has another open invitation.`);
  return { name: person.name, email: person.email, url: new URL(`/invitation/${token}`, publicUrl).href };
};
