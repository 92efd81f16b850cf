import { createHash, randomBytes } from 'node:crypto';
import { invitationLifecycle, Refusal, type InvitationLink } from '@ennead/contracts';
import { create, Invitation, invitations, transition, type Cohort, type Person } from '@ennead/persistence';
import { sourcesOf } from '@ennead/domain';
import sql from 'sql-template-tag';
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { isReachedByMailOnly } from './is-reached-by-mail-only.ts';
import { lockPerson } from './lock-person.ts';

/** For how many days a link works. */
export const validDays = 30;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Whether an institution may hand somebody their link, which opens the whole account: only to those whose account it made
 * itself and still has, who are nothing beside candidates, and who have not shown yet that the mailbox is theirs. From then
 * on they help themselves by mail.
 */
export const isInvitedBy = async (
  manager: EntityManager,
  institutionId: string,
  person: Pick<Person, 'id' | 'roles' | 'institutionId' | 'createdByInstitutionId' | 'emailConfirmedAt'>,
): Promise<boolean> =>
  person.institutionId === institutionId &&
  person.createdByInstitutionId === institutionId &&
  person.emailConfirmedAt === null &&
  !(await isReachedByMailOnly(manager, person));

type Occasion = {
  readonly actorId: string | null;
  readonly entryId: string | null;
  /** The cohort whose institution hands it out; null where an administrator does. */
  readonly cohort: Pick<Cohort, 'id' | 'institutionId'> | null;
  /** Whether it goes by mail and is shown to nobody. */
  readonly mailed?: boolean;
  readonly publicUrl: string;
};

/**
 * A new link for a person without a password, of an institution or the body; those given out before in the same way stop working. Only
 * the hash is kept. Of two that are asked for at once the later one works.
 *
 * @throws Refusal ACCOUNT_DISABLED, ACCOUNT_ACTIVE for whoever has a password by now, INVITATION_NOT_YOURS where an institution may not
 */
export const makeInvitation = async (
  manager: EntityManager,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  { actorId, entryId, cohort, mailed = false, publicUrl }: Occasion,
): Promise<InvitationLink & { readonly expiresAt: Date }> => {
  const locked = await lockPerson(manager, person.id);
  // Of whoever is not theirs an institution learns nothing further.
  if (cohort && !(await isInvitedBy(manager, cohort.institutionId, locked)))
    throw new Refusal('INVITATION_NOT_YOURS');
  if (locked.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
  if (locked.passwordHash !== null) throw new Refusal('ACCOUNT_ACTIVE');
  if (!mailed && (await isReachedByMailOnly(manager, locked)))
    throw new Error(`An invitation of the staff’s ${person.id} would pass through other hands.`);
  await voidOpen(manager, { personId: person.id, mailed }, { actorId, entryId });
  const about = { personId: person.id, cohortId: cohort?.id ?? null, mailed };
  const made = await makeToken(manager, about, { actorId, entryId, publicUrl });
  return { name: person.name, email: person.email, ...made };
};

type MailedOccasion = Omit<Occasion, 'cohort'> & { readonly cohort: Pick<Cohort, 'id'> };

/**
 * The same to be mailed to the person's address and shown to nobody: using it opens the account and confirms the address. Only the one
 * that was mailed before for the same cohort stops working. The person is to be locked, and to have no password.
 */
export const makeMailedInvitation = async (
  manager: EntityManager,
  { id: personId }: Pick<Person, 'id'>,
  { cohort, ...act }: MailedOccasion,
): Promise<MadeInvitation> => {
  const about = { personId, cohortId: cohort.id, mailed: true };
  await voidOpen(manager, about, act);
  return makeToken(manager, about, act);
};

export type MadeInvitation = { readonly url: string; readonly expiresAt: Date };

type About = Pick<Invitation, 'personId' | 'cohortId' | 'mailed'>;
type Act = Pick<Occasion, 'actorId' | 'entryId'>;

const voidOpen = async (manager: EntityManager, which: FindOptionsWhere<About>, act: Act): Promise<void> => {
  const state = In(sourcesOf(invitationLifecycle, 'void'));
  for (const { tokenHash } of await manager.findBy(Invitation, { ...which, state }))
    await transition(manager, invitations, tokenHash, {
      event: 'void',
      actorId: act.actorId,
      entryId: act.entryId,
    });
};

const makeToken = async (
  manager: EntityManager,
  about: About,
  { actorId, entryId, publicUrl }: Omit<Occasion, 'cohort'>,
): Promise<MadeInvitation> => {
  const token = randomBytes(24).toString('base64url');
  const made = await create(manager, invitations, {
    event: 'invite',
    actorId,
    entryId,
    values: {
      ...about,
      tokenHash: hashToken(token),
      expiresAt: sql`clock() + make_interval(days => ${validDays}::int)`,
    },
    detail: { personId: about.personId, mailed: about.mailed },
  });
  if (!made) throw new Error(`Person ${about.personId} has another open invitation.`);
  return { url: new URL(`/invitation/${token}`, publicUrl).href, expiresAt: made.expiresAt };
};
