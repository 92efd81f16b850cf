import { z } from 'zod';
import { CarriedScore } from './carried-score.ts';
import { CompositeTenThousandths, DimensionScores } from './result.ts';
import { ClearanceKind } from './clearance.ts';
import { CredentialStatus } from './credential.ts';
import { SessionPlace } from './exam-session.ts';
import { EntryState } from './lifecycle/entry.ts';
import { LocalizedText } from './locale.ts';
import { DecisionOutcome } from './decision.ts';
import { Reason } from './reason.ts';
import { SchemeRef } from './scheme.ts';
import { CarryOverRules, TryRules } from './scheme-rules.ts';
import {
  DimensionCode,
  EntryCause,
  Grade,
  Id,
  Instant,
  LevelCode,
  PartKind,
  RoleCode,
  ScoreCents,
} from './vocabulary.ts';

/** Why no try may be made now. `earliestAt`: the instant from which this stands against a try no longer. */
export const TryRefusalView = z.discriminatedUnion('code', [
  z.object({ kind: z.literal('refused'), code: z.literal('TRY_OPEN'), number: z.number().int() }),
  z.object({ kind: z.literal('refused'), code: z.literal('TRY_OPEN_ELSEWHERE') }),
  z.object({ kind: z.literal('refused'), code: z.literal('GRADE_AT_TOP'), grade: Grade }),
  z.object({ kind: z.literal('refused'), code: z.literal('TRY_NOT_OFFERED') }),
  z.object({
    kind: z.literal('refused'),
    code: z.literal('TRY_TOO_EARLY'),
    earliestAt: Instant,
    waitDays: z.number().int(),
  }),
  z.object({
    kind: z.literal('refused'),
    code: z.literal('TRIES_USED_UP'),
    earliestAt: Instant,
    used: z.number().int(),
    most: z.number().int(),
    withinMonths: z.number().int(),
  }),
]);
export type TryRefusalView = z.infer<typeof TryRefusalView>;

/** What the next try of an enrolment may be now. */
export const NextTryView = z.union([
  z.object({
    kind: z.literal('allowed'),
    number: z.number().int().positive(),
    cause: z.enum(['first', 'retake', 'higher']),
  }),
  TryRefusalView,
]);
export type NextTryView = z.infer<typeof NextTryView>;

/** Whether a score can be carried into an entry that is made now, and until when; or why it cannot. */
export const CarryVerdict = z.union([
  z.object({ kind: z.literal('carriable'), until: Instant }),
  z.discriminatedUnion('code', [
    z.object({ kind: z.literal('refused'), code: z.literal('CARRY_NOT_OFFERED') }),
    z.object({ kind: z.literal('refused'), code: z.literal('CARRY_MISCONDUCT') }),
    z.object({ kind: z.literal('refused'), code: z.literal('CARRY_OTHER_SCHEME'), scheme: SchemeRef }),
    z.object({ kind: z.literal('refused'), code: z.literal('CARRY_GIVEN_UP'), satAgainAt: Instant }),
    z.object({
      kind: z.literal('refused'),
      code: z.literal('CARRY_UNDER_MARK'),
      cents: ScoreCents,
      fromCents: ScoreCents,
    }),
    z.object({ kind: z.literal('refused'), code: z.literal('CARRY_TOO_OLD'), until: Instant }),
  ]),
]);
export type CarryVerdict = z.infer<typeof CarryVerdict>;

/** The newest score of a dimension in the enrolment. */
export const CarryOption = CarriedScore.extend({ verdict: CarryVerdict });
export type CarryOption = z.infer<typeof CarryOption>;

/** Whether a session takes anybody in now; or why not, with when it, or the part that would have to be sat, closed. */
export const SessionVerdict = z.union([
  z.object({ kind: z.literal('allowed') }),
  z.discriminatedUnion('code', [
    z.object({
      kind: z.literal('refused'),
      code: z.literal('SESSION_NOT_OPEN_FOR_ENTRY'),
      closesAt: Instant,
    }),
    z.object({ kind: z.literal('refused'), code: z.literal('SESSION_ENTERED_BEFORE') }),
    z.object({ kind: z.literal('refused'), code: z.literal('SESSION_NOT_FOR_YOU') }),
    z.object({ kind: z.literal('refused'), code: z.literal('SESSION_FULL') }),
    z.object({
      kind: z.literal('refused'),
      code: z.literal('PART_CLOSED'),
      dimension: DimensionCode,
      closesAt: Instant,
    }),
  ]),
]);
export type SessionVerdict = z.infer<typeof SessionVerdict>;

/** Whether a session may be entered now; or why not: it takes nobody in, or opens before another try may be sat. */
export const EnteringVerdict = z.union([
  SessionVerdict,
  z.object({
    kind: z.literal('refused'),
    code: z.enum(['TRY_TOO_EARLY', 'TRIES_USED_UP']),
    earliestAt: Instant,
  }),
]);
export type EnteringVerdict = z.infer<typeof EnteringVerdict>;

/** A session of the role and level that has not ended, and whether an enrolment may enter it. */
export const SessionToEnter = z.object({
  id: Id,
  title: LocalizedText,
  opensAt: Instant,
  closesAt: Instant,
  /** Within 24 hours; so of each part. */
  closesSoon: z.boolean(),
  scheme: SchemeRef,
  parts: z.array(
    z.object({
      dimension: DimensionCode,
      kind: PartKind,
      closesAt: Instant,
      closesSoon: z.boolean(),
      /** It can be begun no longer; such a session can be entered only with its dimension carried over. */
      isClosed: z.boolean(),
    }),
  ),
  entering: EnteringVerdict,
});
export type SessionToEnter = z.infer<typeof SessionToEnter>;

/** The same for one candidate, with what may be carried into it: by the scheme that it is under, whichever is in force. */
export const NextSession = SessionToEnter.extend({
  carry: z.array(CarryOption),
  carryOver: CarryOverRules.nullable(),
});
export type NextSession = z.infer<typeof NextSession>;

/** A certificate by its number, and what has become of it. */
export const Certificate = z.object({
  number: z.string(),
  status: CredentialStatus,
  revokedAt: Instant.nullable(),
  revokedReason: z.string().nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** One try as it stands in the history. */
export const TryView = z.object({
  entryId: Id,
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
  /** Why it was excused or replaced. */
  stateReason: z.string().nullable(),
  sessionTitle: LocalizedText,
  opensAt: Instant,
  closesAt: Instant,
  enteredAt: Instant,
  /** When its first part began; null while none has. */
  firstSatAt: Instant.nullable(),
  scores: DimensionScores,
  carried: z.array(CarriedScore),
  compositeTenThousandths: CompositeTenThousandths.nullable(),
  /** Null until a decision has taken effect. */
  outcome: DecisionOutcome.nullable(),
  grade: Grade.nullable(),
  /** Of a withdrawal: the grade that it took back. */
  withdrawnGrade: Grade.nullable(),
  /** Scores changed after it was decided: `scores` are those of that day. */
  isRescored: z.boolean(),
  decidedAt: Instant.nullable(),
  scheme: SchemeRef,
  credential: z
    .object({
      number: z.string(),
      status: CredentialStatus,
      issuedAt: Instant,
      expiresAt: Instant.nullable(),
      supersededBy: z.string().nullable(),
    })
    .nullable(),
  /** Others that came of it before and hold no longer, the first one first. */
  pastCredentials: z.array(Certificate),
});
export type TryView = z.infer<typeof TryView>;

/** A score that is carried over already, as it was judged then; `isFixed` where nothing could be sat in its place any more. */
export const KeptVerdict = z.object({ kind: z.literal('kept'), isFixed: z.boolean() });

/** A score that may be chosen for an entry that was made, or was. */
export const OpenCarryOption = CarriedScore.extend({ verdict: z.union([KeptVerdict, CarryVerdict]) });
export type OpenCarryOption = z.infer<typeof OpenCarryOption>;

/** Of an entry of which nothing is begun: what may be carried into it, by the scheme of its session. */
export const OpenCarryChoice = z.object({
  entryId: Id,
  number: z.number().int().positive(),
  carry: z.array(OpenCarryOption),
  carryOver: CarryOverRules.nullable(),
});
export type OpenCarryChoice = z.infer<typeof OpenCarryChoice>;

/** One candidacy with all of its tries, the oldest first, and what may come next. */
export const OwnEnrolment = z.object({
  id: Id,
  role: RoleCode,
  level: LevelCode,
  tries: z.array(TryView),
  /** A session that opens later may be entered where this is too early: see `sessions`. */
  next: NextTryView,
  nextNumber: z.number().int().positive(),
  /** Numbers of the tries that count against the most that may be made now; the first to leave them comes first. */
  countedTries: z.array(z.number().int().positive()),
  /** Tries for the same role and level by another account of the same person, by their numbers there, the oldest first. */
  triesElsewhere: z.array(
    z.object({
      number: z.number().int().positive(),
      /** When it was sat; of one that was not, when its session closes or closed. */
      at: Instant,
      /** Whether it counts against the most that may be made now. */
      counts: z.boolean(),
    }),
  ),
  /** By the scheme in force; a session has its own. Empty while nothing has been scored in a decided try. */
  carry: z.array(CarryOption),
  /** Where it is still open what is carried over; it need not have been the candidate who entered. */
  carryChoice: OpenCarryChoice.nullable(),
  sessions: z.array(NextSession),
  /** Of the scheme in force, under which the next try is judged. */
  rules: z.object({
    scheme: SchemeRef,
    timeZone: z.string(),
    tries: TryRules.nullable(),
    carryOver: CarryOverRules.nullable(),
  }),
  serverNow: Instant,
});
export type OwnEnrolment = z.infer<typeof OwnEnrolment>;

const CarryChoice = z
  .array(DimensionCode)
  .max(3)
  .refine((chosen) => new Set(chosen).size === chosen.length, 'each dimension once');

/** What an entry came to be: there, waiting for the body's confirmation, or in line for a place. */
export const EnteringState = z.enum(['entered', 'requested', 'waiting']);
export type EnteringState = z.infer<typeof EnteringState>;

/** What a session says to everybody whom it is for. */
const announced = {
  role: RoleCode,
  level: LevelCode,
  /** Practice: nothing is decided on it. */
  isMock: z.boolean(),
  confirms: z.boolean(),
  /** Null: as many as come. */
  placesLeft: z.number().int().nonnegative().nullable(),
  waitingCount: z.number().int().nonnegative(),
  /** For how many days a place is kept that is offered from the line. */
  offerDays: z.number().int().positive(),
  clearances: z.array(ClearanceKind),
};

/** A session that is for everybody, as anybody sees it; in which hall it is, those learn who sit it. */
export const PublicSession = SessionToEnter.pick({
  id: true,
  title: true,
  opensAt: true,
  closesAt: true,
}).extend({
  ...announced,
  place: z.object({ venue: z.string().nullable(), timeZone: z.string() }),
});
export type PublicSession = z.infer<typeof PublicSession>;

export const PublicSessionsView = z.object({ sessions: z.array(PublicSession) });
export type PublicSessionsView = z.infer<typeof PublicSessionsView>;

/** A session as whoever may enter it sees it. */
export const OpenSession = SessionToEnter.omit({ entering: true }).extend({
  ...announced,
  /** Whether the caller may enter it now; or what at its door, or of the tries, stands against that. */
  entering: z.union([SessionVerdict, TryRefusalView]),
  place: SessionPlace.extend({ timeZone: z.string() }),
  /** The caller's own entry that still counts, where there is one. */
  ownEntry: z.object({ id: Id, state: EntryState }).nullable(),
});
export type OpenSession = z.infer<typeof OpenSession>;

export const OpenSessionsView = z.object({ sessions: z.array(OpenSession), serverNow: Instant });
export type OpenSessionsView = z.infer<typeof OpenSessionsView>;

/** Whether to stand in line where no place is left. */
export const EnrolInput = z.strictObject({ wait: z.boolean().default(false) });
export type EnrolInput = z.infer<typeof EnrolInput>;

/** The session that a candidate enters next, and the dimensions whose scores are to be carried over. */
export const EnterInput = z.strictObject({ examSessionId: Id, carry: CarryChoice });
export type EnterInput = z.infer<typeof EnterInput>;

/** The dimensions whose scores are to be carried over: all of them, also those that are already. */
export const CarryInput = z.strictObject({
  carry: CarryChoice,
  /** What was carried over when it was chosen: refused where that has changed since, unless left out. */
  seen: CarryChoice.optional(),
});
export type CarryInput = z.infer<typeof CarryInput>;

export const EnteredEntry = z.object({
  id: Id,
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
});
export type EnteredEntry = z.infer<typeof EnteredEntry>;

/** Why an entry is given up; said by whoever does it for somebody else. */
export const WithdrawInput = z.strictObject({ reason: Reason.nullable().default(null) });
export type WithdrawInput = z.infer<typeof WithdrawInput>;

export const ExcuseInput = z.strictObject({ reason: Reason });
export type ExcuseInput = z.infer<typeof ExcuseInput>;

export const FreeSittingInput = z.strictObject({ examSessionId: Id, reason: Reason });
export type FreeSittingInput = z.infer<typeof FreeSittingInput>;

/** An entry of a session as its administrator sees it; never a score. */
export const SessionEntry = z.object({
  id: Id,
  candidateName: z.string(),
  candidateEmail: z.string(),
  cohortName: z.string().nullable(),
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
  stateReason: z.string().nullable(),
  firstSatAt: Instant.nullable(),
  outcome: DecisionOutcome.nullable(),
  /** A decision waits for a second person. */
  isProposed: z.boolean(),
  canExcuse: z.boolean(),
  canReplace: z.boolean(),
});
export type SessionEntry = z.infer<typeof SessionEntry>;

export const SessionEntriesView = z.object({
  sessionId: Id,
  title: LocalizedText,
  entries: z.array(SessionEntry),
});
export type SessionEntriesView = z.infer<typeof SessionEntriesView>;

/** Where a free sitting could be given in the place of one entry. */
export const FreeSittingsView = z.object({ sessions: z.array(SessionToEnter) });
export type FreeSittingsView = z.infer<typeof FreeSittingsView>;
