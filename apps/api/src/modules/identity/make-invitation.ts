import { createHash, randomBytes } from 'node:crypto';
import { invitationLifecycle, Refusal, type InvitationLink } from '@ennead/contracts';
import { create, Invitation, invitations, transition, type Cohort, type Person } from '@ennead/persistence';
import { sourcesOf } from '@ennead/domain';
import sql, { raw } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import { isReachedByMailOnly } from './is-mere-candidate.ts';
import { lockPerson } from './lock-person.ts';

const validDays = 30;

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
 * A new link for a person without a password; links given out before stop working. Only the hash is kept. Of two that
 * are asked for at once the later one works.
 *
 * @throws Refusal ACCOUNT_DISABLED, ACCOUNT_ACTIVE for whoever has a password by now, INVITATION_NOT_YOURS where an institution may not
 */
export const makeInvitation = async (
  manager: EntityManager,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  { actorId, entryId, cohort, mailed = false, publicUrl }: Occasion,
): Promise<InvitationLink & { readonly expiresAt: Date }> => {
  const locked = await lockPerson(manager, person.id);
  if (locked.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
  if (locked.passwordHash !== null) throw new Refusal('ACCOUNT_ACTIVE');
  if (cohort && !(await isInvitedBy(manager, cohort.institutionId, locked)))
    throw new Refusal('INVITATION_NOT_YOURS');
  if (!mailed && (await isReachedByMailOnly(manager, locked)))
    throw new Error(`An invitation of the staff’s ${person.id} would pass through other hands.`);
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
      mailed,
      expiresAt: sql`clock() + ${raw(`interval '${validDays} days'`)}`,
    },
    detail: { personId: person.id },
  });
  if (!made) throw new Error(`Person ${person.id} has another open invitation.`);
  return {
    name: person.name,
    email: person.email,
    url: new URL(`/invitation/${token}`, publicUrl).href,
    expiresAt: made.expiresAt,
  };
};
