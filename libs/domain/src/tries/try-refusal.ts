/** Why no try may be made now, with what the reader is told beside it. */
export type TryRefusal =
  /** An entry is entered, reopened, or its decision has not been told yet. */
  | { readonly code: 'TRY_OPEN'; readonly number: number }
  /** The same by another account of theirs. */
  | { readonly code: 'TRY_OPEN_ELSEWHERE' }
  | { readonly code: 'GRADE_AT_TOP'; readonly grade: number }
  /** The scheme settles no further try. */
  | { readonly code: 'TRY_NOT_OFFERED' }
  | DatedTryRefusal;

/** `earliestAt`: the instant from which this stands against a try no longer. */
export type DatedTryRefusal =
  | { readonly code: 'TRY_TOO_EARLY'; readonly earliestAt: string; readonly waitDays: number }
  | {
      readonly code: 'TRIES_USED_UP';
      readonly earliestAt: string;
      readonly used: number;
      readonly most: number;
      readonly withinMonths: number;
    };

/** The entry that may be made: the number it would get, and its cause. */
export interface AllowedEntry<Cause extends string> {
  readonly kind: 'allowed';
  readonly number: number;
  readonly cause: Cause;
}
export type Refused<Refusal> = { readonly kind: 'refused' } & Refusal;
