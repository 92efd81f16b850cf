import { z } from 'zod';
import { lineUpTo } from './line.ts';
import { Locale, LocalizedText } from './locale.ts';
import { Id, PersonRole } from './vocabulary.ts';

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Password = z.string().min(10).max(200);
export const PersonName = lineUpTo(80);

export const RegisterInput = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  locale: Locale,
});
export type RegisterInput = z.infer<typeof RegisterInput>;

export const LogInInput = z.strictObject({
  email: Email,
  password: z.string().min(1).max(200),
});
export type LogInInput = z.infer<typeof LogInInput>;

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(20).max(100),
  password: Password,
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const ChangePasswordInput = z.strictObject({
  current: z.string().min(1).max(200),
  next: Password,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const ChangeLocaleInput = z.strictObject({ locale: Locale });
export type ChangeLocaleInput = z.infer<typeof ChangeLocaleInput>;

export const PersonView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(PersonRole),
  locale: Locale,
  institution: z.object({ id: Id, name: LocalizedText }).nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

export const MeView = z.object({ person: PersonView.nullable() });
export type MeView = z.infer<typeof MeView>;

export const CsrfView = z.object({ token: z.string() });

export const InvitationView = z.object({
  name: z.string(),
  email: z.string(),
  cohortName: z.string().nullable(),
});
export type InvitationView = z.infer<typeof InvitationView>;
