import { z } from 'zod';
import { ClearanceKind } from './clearance.ts';
import { Locale, LocalizedText } from './locale.ts';
import { PersonName } from './person-name.ts';
import { Id, Instant, LevelCode, PersonRole, RoleCode } from './vocabulary.ts';

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Password = z.string().min(10).max(200);

export const RegisterInput = z.strictObject({ email: Email, name: PersonName, locale: Locale });
export type RegisterInput = z.infer<typeof RegisterInput>;

export const LogInInput = z.strictObject({
  email: Email,
  password: z.string().min(1).max(200),
});
export type LogInInput = z.infer<typeof LogInInput>;

/** What a link that came by mail, or was handed over, is for. */
export const LinkPurpose = z.enum([
  'register',
  'confirm-address',
  'reset-password',
  'change-address',
  'remove-factor',
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

const LinkToken = z.string().min(20).max(100);

/** What a link is for, and the address that it is about. */
export const LinkView = z.object({ purpose: LinkPurpose, name: z.string(), email: z.string() });
export type LinkView = z.infer<typeof LinkView>;

export const UseLinkInput = z.strictObject({ token: LinkToken });
export type UseLinkInput = z.infer<typeof UseLinkInput>;
/** In which language an account is opened, which is its own from then on; without it that which was chosen for it stays. */
const openedIn = { locale: Locale.optional() };

export const SetPasswordInput = z.strictObject({ token: LinkToken, password: Password, ...openedIn });
export type SetPasswordInput = z.infer<typeof SetPasswordInput>;

export const ForgottenPasswordInput = z.strictObject({ email: Email });
export type ForgottenPasswordInput = z.infer<typeof ForgottenPasswordInput>;

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(20).max(100),
  password: Password,
  ...openedIn,
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const ChangePasswordInput = z.strictObject({
  current: z.string().min(1).max(200),
  next: Password,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** A code as it is typed: six figures of an app, or a recovery code. */
const TypedCode = z.string().trim().min(6).max(40);

export const CodeInput = z.strictObject({ code: TypedCode });
export type CodeInput = z.infer<typeof CodeInput>;

const PresentPassword = z.string().min(1).max(200);
export const ChangeAddressInput = z.strictObject({ email: Email, password: PresentPassword });
export type ChangeAddressInput = z.infer<typeof ChangeAddressInput>;

export const CloseAccountInput = z.strictObject({ password: PresentPassword });
export type CloseAccountInput = z.infer<typeof CloseAccountInput>;

export const BeginSecondFactorInput = z.strictObject({ password: PresentPassword });
export const RemoveFactorByLinkInput = z.strictObject({ token: LinkToken, password: PresentPassword });
export type RemoveFactorByLinkInput = z.infer<typeof RemoveFactorByLinkInput>;
export const GiveUpSecondFactorInput = z.strictObject({ password: PresentPassword, code: TypedCode });

/** What an authenticator app is given: typed, as a link, or as a picture of dark squares one unit wide. */
export const SecondFactorSecret = z.object({
  secret: z.string(),
  uri: z.string(),
  qr: z.object({ size: z.number().int(), path: z.string() }),
});
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;

/** Shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });

export const SecondFactorView = z.object({
  /** Null where there is none in use. */
  setUpAt: Instant.nullable(),
  codesLeft: z.number().int(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** Whether somebody logs in with a second factor; `due` where they have to set one up before anything else. */
const SecondFactorStanding = z.enum(['none', 'set', 'due']);

export const ChangeLocaleInput = z.strictObject({ locale: Locale });
export type ChangeLocaleInput = z.infer<typeof ChangeLocaleInput>;

export const PersonView = z.object({
  id: Id,
  name: z.string(),
  /** The same in Latin letters, once it was given. */
  latinName: z.string().nullable(),
  email: z.string(),
  roles: z.array(PersonRole),
  locale: Locale,
  institution: z.object({ id: Id, name: LocalizedText }).nullable(),
  secondFactor: SecondFactorStanding,
  /** Whether what they have beside a candidate's rights waits until they set a password by a link that was mailed to them. */
  passwordDue: z.boolean(),
  /** Whether it was shown that the address is theirs. */
  emailConfirmed: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

export const MeView = z.object({
  person: PersonView.nullable(),
  /** The password was right, and a code is asked for. */
  awaits: z.literal('code').optional(),
});
export type MeView = z.infer<typeof MeView>;

/** A log-in that goes on. Browser and system as their makers call them, null where they are none that is known. */
export const LogInView = z.object({
  id: z.string(),
  begunAt: Instant,
  /** To some minutes. */
  usedAt: Instant,
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type LogInView = z.infer<typeof LogInView>;

/** What a log-in is called: a hash of what its cookie holds. */
export const LogInId = z.string().regex(/^[0-9a-f]{64}$/);

export const CsrfView = z.object({ token: z.string() });

export const InvitationView = z.object({
  name: z.string(),
  email: z.string(),
  cohortName: z.string().nullable(),
  /** The seat that it is for; null where it only opens an account, or the seat is none any more. */
  seat: z
    .object({
      institution: LocalizedText,
      invitedBy: z.string().nullable(),
      title: LocalizedText,
      role: RoleCode,
      level: LevelCode,
      opensAt: Instant,
      closesAt: Instant,
      /** Whether the session has opened: from then on nobody withdraws by themselves. */
      isOpen: z.boolean(),
      /** Until when the place is kept. */
      answerBy: Instant.nullable(),
      isMock: z.boolean(),
      /** Whether the body confirms what was accepted. */
      confirms: z.boolean(),
      /** What is asked before the first part. */
      clearances: z.array(ClearanceKind),
    })
    .nullable(),
});
export type InvitationView = z.infer<typeof InvitationView>;
