import type { DimensionCode, SchemeRef, SchemeRules } from '@ennead/contracts';
import { addInZone, isBefore } from '../time/zoned-calendar.ts';

/** A dimension as it was scored in an entry of the same enrolment. */
export interface DimensionRecord {
  readonly dimension: DimensionCode;
  /** Whole hundredths of a point. */
  readonly cents: number;
  readonly scheme: SchemeRef;
  /** When that dimension was sat (its first part began); ISO 8601 with an offset. */
  readonly satAt: string;
  readonly entryNumber: number;
  /** Whether the score comes from an entry in which misconduct was found. */
  readonly misconduct: boolean;
}

/** A dimension that was begun, scored or not; one that was carried over was not. */
export type DimensionSitting = Pick<DimensionRecord, 'dimension' | 'satAt'>;

export type CarryRefusal =
  /** The scheme carries nothing over. */
  | { readonly code: 'CARRY_NOT_OFFERED' }
  | { readonly code: 'CARRY_MISCONDUCT' }
  | { readonly code: 'CARRY_OTHER_SCHEME'; readonly scheme: SchemeRef }
  /** `satAgainAt`: the first sitting since, which gave the score up. */
  | { readonly code: 'CARRY_GIVEN_UP'; readonly satAgainAt: string }
  | { readonly code: 'CARRY_UNDER_MARK'; readonly cents: number; readonly fromCents: number }
  | { readonly code: 'CARRY_TOO_OLD'; readonly until: string };

/** `until`: the instant from which the score can be chosen no longer. */
export type CarryOver =
  { readonly kind: 'carriable'; readonly until: string } | ({ readonly kind: 'refused' } & CarryRefusal);

/** What is chosen for the next entry: its scheme, and when the choice is made. */
export interface CarryContext {
  readonly rules: Pick<SchemeRules, 'timeZone' | 'carryOver'>;
  readonly scheme: SchemeRef;
  /** Every dimension begun in the enrolment, but in entries that a failure of ours spoilt. */
  readonly sittings: readonly DimensionSitting[];
  readonly chosenAt: string;
}

/**
 * Whether a score may be carried into the next entry. What time or marks cannot mend is told first: misconduct, another
 * scheme, a later sitting of the same dimension. The floor still holds for what is carried, where the grade is composed.
 */
export function judgeCarryOver(record: DimensionRecord, context: CarryContext): CarryOver {
  const { carryOver, timeZone } = context.rules;
  if (!carryOver) return { kind: 'refused', code: 'CARRY_NOT_OFFERED' };
  if (record.misconduct) return { kind: 'refused', code: 'CARRY_MISCONDUCT' };
  if (!isSameScheme(record.scheme, context.scheme)) {
    return { kind: 'refused', code: 'CARRY_OTHER_SCHEME', scheme: record.scheme };
  }
  const satAgainAt = firstSittingAfter(record, context.sittings);
  if (satAgainAt !== null) return { kind: 'refused', code: 'CARRY_GIVEN_UP', satAgainAt };
  const { fromCents, months } = carryOver;
  if (record.cents < fromCents) {
    return { kind: 'refused', code: 'CARRY_UNDER_MARK', cents: record.cents, fromCents };
  }
  const until = addInZone(record.satAt, { months }, timeZone);
  if (!isBefore(context.chosenAt, until)) return { kind: 'refused', code: 'CARRY_TOO_OLD', until };
  return { kind: 'carriable', until };
}

const isSameScheme = (a: SchemeRef, b: SchemeRef): boolean => a.id === b.id && a.version === b.version;

function firstSittingAfter(
  { dimension, satAt }: DimensionSitting,
  sittings: readonly DimensionSitting[],
): string | null {
  return sittings
    .filter((sitting) => sitting.dimension === dimension && isBefore(satAt, sitting.satAt))
    .map((sitting) => sitting.satAt)
    .reduce<string | null>((first, one) => (first === null || isBefore(one, first) ? one : first), null);
}
