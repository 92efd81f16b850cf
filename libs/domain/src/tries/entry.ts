import type { DecisionOutcome, EntryCause, EntryState } from '@ennead/contracts';

/** The decision of an entry that stands now; all instants ISO 8601 with an offset. */
export interface EntryDecision {
  readonly outcome: DecisionOutcome;
  /** Of the level, for a grant; otherwise null. */
  readonly grade: number | null;
  /** When the candidate was told; null before that. */
  readonly notifiedAt: string | null;
  /** When the credential that came of it ends; null where none came of it or it has no end. */
  readonly expiresAt: string | null;
}

/** One entry of a person for one role and level, by whichever of their accounts, as far as the rules of tries look at it. */
export interface Entry {
  /** Counted from 1 in the enrolment, entries of every cause and state together. */
  readonly number: number;
  readonly cause: EntryCause;
  readonly state: EntryState;
  /** When its first part began; null before that. */
  readonly firstSatAt: string | null;
  readonly sessionClosesAt: string;
  readonly decision: EntryDecision | null;
  /** Made by another account of the same person: it counts as any does, and has its number there. */
  readonly isElsewhere?: boolean;
}
