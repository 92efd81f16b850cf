import { z } from 'zod';
import { Email, Password } from './identity.ts';
import { InvitationLink } from './cohort.ts';
import { institutionNameLength } from './limits.ts';
import { Locale, LocalizedText, localizedUpTo } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { PersonName } from './person-name.ts';
import { Reason } from './reason.ts';
import { Id, Instant, PersonRole } from './vocabulary.ts';

export const CreateInstitutionInput = z.strictObject({ name: localizedUpTo(institutionNameLength) });
export type CreateInstitutionInput = z.infer<typeof CreateInstitutionInput>;

export const InstitutionView = z.object({ id: Id, name: LocalizedText });
export type InstitutionView = z.infer<typeof InstitutionView>;

/** An institution in the administrator's list. */
export const InstitutionRecord = InstitutionView.extend({ peopleCount: z.number().int() });
export type InstitutionRecord = z.infer<typeof InstitutionRecord>;

const Roles = z.array(PersonRole).refine((roles) => new Set(roles).size === roles.length, 'each role once');

/** Without an institution, managers and trainers would find empty pages. */
const hasPlace = ({ roles, institutionId }: { roles: readonly PersonRole[]; institutionId: string | null }) =>
  institutionId !== null || !(roles.includes('manager') || roles.includes('trainer'));
const placeless = { path: ['institutionId'], error: 'a manager or trainer belongs to an institution' };

export const CreatePersonInput = z
  .strictObject({
    email: Email,
    name: PersonName,
    locale: Locale,
    roles: Roles.min(1),
    institutionId: Id.nullable(),
  })
  .refine(hasPlace, placeless);
export type CreatePersonInput = z.infer<typeof CreatePersonInput>;

const personStanding = { institutionId: Id.nullable(), disabled: z.boolean() };
export const ChangePersonInput = z
  .strictObject({
    ...personStanding,
    /** Those that take two administrators wait for another one; one that waits already goes on waiting. */
    roles: Roles,
    /** What the change was made upon: where the person is something else by now, nothing is changed. */
    seen: z.strictObject({ ...personStanding, roles: z.array(PersonRole) }).optional(),
  })
  // Whoever has no place or no role already can still be shut out.
  .refine((input) => input.disabled || input.roles.length > 0, {
    path: ['roles'],
    error: 'one role at least',
  })
  .refine((input) => input.disabled || hasPlace(input), placeless);
export type ChangePersonInput = z.infer<typeof ChangePersonInput>;

/** A role that waits for a second administrator. */
export const ProposedRole = z.object({
  id: Id,
  role: PersonRole,
  askedBy: z.object({ id: Id, name: z.string() }),
  askedAt: Instant,
});
export type ProposedRole = z.infer<typeof ProposedRole>;

export const PersonRecord = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  roles: z.array(PersonRole),
  proposedRoles: z.array(ProposedRole),
  institution: InstitutionView.nullable(),
  createdAt: Instant,
  active: z.boolean(),
  disabled: z.boolean(),
  /** Whether name and address were taken out. */
  erased: z.boolean(),
  secondFactor: z.boolean(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const IssueLinkInput = z.strictObject({ reason: Reason });

/** A link that an administrator has made. Null where it goes by mail alone: who is or was on the staff is let in by nobody else. */
const GivenLink = InvitationLink.extend({ url: z.string().nullable() });
export type GivenLink = z.infer<typeof GivenLink>;

/** To take an account that nobody has taken yet, or to set a new password. */
export const IssuedLink = GivenLink.extend({ kind: z.enum(['invitation', 'reset-password']) });
export type IssuedLink = z.infer<typeof IssuedLink>;

/** Typed once more, for it cannot be undone. */
export const ErasePersonInput = z.strictObject({ email: Email, reason: Reason });
export type ErasePersonInput = z.infer<typeof ErasePersonInput>;

export const RemoveSecondFactorInput = z.strictObject({ reason: Reason });
/** Whether it is gone, or goes once its person uses the link that was mailed to them. */
export const RemovedSecondFactor = z.object({ removed: z.enum(['at-once', 'by-link']) });

export const PersonStatus = z.enum(['active', 'invited', 'disabled']);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** Without a sort, the newest account comes first. */
export const PeopleQuery = pageQuery(['name', 'email', 'institution', 'state']).extend({
  role: PersonRole.optional(),
  /** An institution's id, or `none`. */
  institution: z.union([z.literal('none'), Id]).optional(),
  status: PersonStatus.optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;
export const PeoplePage = pageOf(PersonRecord);
export type PeoplePage = z.infer<typeof PeoplePage>;

export const CreatedPerson = z.object({ person: PersonRecord, invitation: GivenLink });
export type CreatedPerson = z.infer<typeof CreatedPerson>;

/** What the command that makes the first administrator is given. */
export const CreateAdminInput = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  locale: Locale.default('zh-CN'),
});

/** What the command that prints a link of somebody on the staff is given. */
export const StaffLinkInput = z.strictObject({
  email: Email,
  for: z.enum(['password', 'second-factor']),
  reason: Reason,
});
export type StaffLinkInput = z.infer<typeof StaffLinkInput>;
