import type { ConflictKind, HouseTie, ImpartialityRules, PersonalTie, PersonRole } from '@ennead/contracts';

/** What somebody can be to a person, the commonest first; without the schema, which brings zod. */
export const personalTies = [
  'acquaintance',
  'colleague',
  'teacher',
  'relative',
] as const satisfies readonly PersonalTie[];

/** And to an institution. */
export const houseTies = ['employee', 'manager'] as const satisfies readonly HouseTie[];

/** For how many months after its end a tie bars from anything at all; null for ever, 0 where it bars from nothing. */
export const barsFor = ({ bars }: ImpartialityRules, tie: ConflictKind): number | null =>
  bars
    .filter((bar) => bar.tie === tie)
    .reduce<number | null>(
      (most, { months }) => (most === null || months === null ? null : Math.max(most, months)),
      0,
    );

/** Who acts on cases, and so declares their interests. */
export const declaringRoles = [
  'assessor',
  'moderator',
  'certifier',
  'registrar',
  'administrator',
] as const satisfies readonly PersonRole[];

export const mayDeclare = (roles: readonly PersonRole[]): boolean =>
  declaringRoles.some((role) => roles.includes(role));
