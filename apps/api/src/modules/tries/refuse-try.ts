import { Refusal, type ProblemCode } from '@ennead/contracts';
import type { CarryChoiceRefusal, NextTry } from '@ennead/domain';

type Faults = { path: string; message: string }[];
type RefusedTry = Extract<NextTry, { kind: 'refused' }>;

/** @throws Refusal with its date or value, where another try is refused */
export const refuseTry: (next: NextTry) => asserts next is Extract<NextTry, { kind: 'allowed' }> = (next) => {
  if (next.kind === 'refused') throw new Refusal(next.code, faultsOf(next));
};

const faultsOf = (refused: RefusedTry): Faults => {
  switch (refused.code) {
    case 'TRY_TOO_EARLY':
    case 'TRIES_USED_UP':
      return [{ path: 'earliestAt', message: refused.earliestAt }];
    case 'TRY_OPEN':
      return [{ path: 'number', message: String(refused.number) }];
    case 'GRADE_AT_TOP':
      return [{ path: 'grade', message: String(refused.grade) }];
    case 'TRY_OPEN_ELSEWHERE':
    case 'TRY_NOT_OFFERED':
      return [];
  }
};

/** @throws Refusal of the first, with the date or value of every one */
export const refuseCarry = (refusals: readonly CarryChoiceRefusal[]): void => {
  const [first] = refusals;
  if (!first) return;
  throw new Refusal(
    first.code satisfies ProblemCode,
    refusals.map((refusal) => ({
      path: refusal.code === 'CARRY_ALL' ? 'carry' : `carry.${refusal.dimension}`,
      message: valueOf(refusal),
    })),
  );
};

const valueOf = (refusal: CarryChoiceRefusal): string => {
  switch (refusal.code) {
    case 'CARRY_UNDER_MARK':
      return String(refusal.fromCents);
    case 'CARRY_TOO_OLD':
      return refusal.until;
    case 'CARRY_GIVEN_UP':
      return refusal.satAgainAt;
    case 'CARRY_OTHER_SCHEME':
      return `${refusal.scheme.id} ${refusal.scheme.version}`;
    default:
      return refusal.code;
  }
};
