import { z } from 'zod';
import { MissingClearance } from './clearance.ts';
import { lineUpTo } from './line.ts';
import { rosterLength, rosterLimits } from './limits.ts';
import { MessageKind, MessageReason } from './message.ts';
import { Reason } from './reason.ts';
import { ExamSessionState } from './lifecycle/exam-session.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { ExamProgress, LabProgress, PortfolioProgress } from './progress.ts';
import { EntryCause, Grade, Id, Instant, LevelCode, RoleCode, WindowState } from './vocabulary.ts';

export const CreateCohortInput = z.strictObject({
  name: lineUpTo(80),
  examSessionId: Id,
});
export type CreateCohortInput = z.infer<typeof CreateCohortInput>;

/** What a cohort is called, and whether it is out of the way; what is left out stays. */
export const ChangeCohortInput = z.strictObject({
  name: lineUpTo(80).optional(),
  archived: z.boolean().optional(),
});
export type ChangeCohortInput = z.infer<typeof ChangeCohortInput>;

const Column = z.int().min(0).max(rosterLimits.columns);

/** Which column of a roster is which, counted from 0. */
export const RosterColumns = z.strictObject({
  email: Column,
  name: Column,
  studentNumber: Column.nullable(),
});
export type RosterColumns = z.infer<typeof RosterColumns>;

/** What is done about a name that is not the one which an own person goes by: that one stays, or the registrar is asked to look. */
export const NameSettling = z.enum(['keep-stored', 'ask-registrar']);
export type NameSettling = z.infer<typeof NameSettling>;

/** A CSV text with a header line; which columns are meant may be said where the header does not say it. */
export const RosterInput = z.strictObject({
  csv: z.string().min(1).max(rosterLength),
  columns: RosterColumns.optional(),
  settled: z.record(z.string().max(320), NameSettling).default({}),
});
export type RosterInput = z.infer<typeof RosterInput>;

export const ImportRosterInput = RosterInput.extend({
  fileName: lineUpTo(200).nullable().default(null),
  /** Whether rows with faults are left out, and the others go in; else a fault refuses all. */
  partly: z.boolean().default(false),
  /** Whether links to hand over are made at once, beside the letters. */
  links: z.boolean().default(true),
});
export type ImportRosterInput = z.infer<typeof ImportRosterInput>;

export const SetTrainersInput = z.strictObject({ trainerIds: z.array(Id).max(50) });
export type SetTrainersInput = z.infer<typeof SetTrainersInput>;

export const InviteAgainInput = z.strictObject({ entryId: Id });
export type InviteAgainInput = z.infer<typeof InviteAgainInput>;

/** Whom of a cohort to write to again; all who have not answered where nobody is named. */
export const MailAgainInput = z.strictObject({ entryIds: z.array(Id).max(rosterLimits.rows).optional() });
export type MailAgainInput = z.infer<typeof MailAgainInput>;

/** How many were written to, and how many were not: a letter went to them within the hour, or as many as may in a week or a day (`houseLetterLimits`). */
export const MailedAgain = z.object({
  mailed: z.number().int(),
  tooSoon: z.number().int(),
  tooMany: z.number().int(),
});
export type MailedAgain = z.infer<typeof MailedAgain>;

export const WithdrawMemberInput = z.strictObject({ entryId: Id, reason: Reason });
export type WithdrawMemberInput = z.infer<typeof WithdrawMemberInput>;

/** What somebody whose seat was withdrawn was not sent. The notice that they read after logging in is there in any case, with the reason. */
export const WithdrawnMember = z.object({
  /** No letter, for institutions have caused as many there as they may (`houseLetterLimits`). */
  unwritten: z.boolean(),
  /** No reason in the letter: nobody has confirmed the address, or its person is not the institution's. */
  reasonHeld: z.boolean(),
});
export type WithdrawnMember = z.infer<typeof WithdrawnMember>;

export const MoveMemberInput = z.strictObject({ entryId: Id, cohortId: Id });
export type MoveMemberInput = z.infer<typeof MoveMemberInput>;

export const CohortSummary = z.object({
  id: Id,
  name: z.string(),
  examSession: z.object({
    id: Id,
    title: LocalizedText,
    role: RoleCode,
    level: LevelCode,
    opensAt: Instant,
    closesAt: Instant,
    state: ExamSessionState,
    /** Why it was cancelled; else null. */
    stateReason: z.string().nullable(),
    window: WindowState,
  }),
  /** Who can still sit, or sat. */
  memberCount: z.number().int(),
  trainers: z.array(z.object({ id: Id, name: z.string() })),
  archivedAt: Instant.nullable(),
});
export type CohortSummary = z.infer<typeof CohortSummary>;

/** What came of an entry; last what ended without a decision that stands: an absence, one with an excuse, and a try that a free sitting took the place of. */
export const ResultProgress = z.enum([
  'undecided',
  'granted',
  'refused',
  'withdrawn',
  'missed',
  'excused',
  'replaced',
]);

/** What became of the latest letter about an entry, what asks for somebody first; a notice alone is no letter. */
export const MemberMail = z.enum(['refused', 'uncertain', 'queued', 'none', 'captured', 'sent']);
export type MemberMail = z.infer<typeof MemberMail>;
/** How somebody came to the seat that an institution offered, or why they have none. */
export const SeatProgress = z.enum([
  'invited',
  'link-expired',
  'waiting',
  'requested',
  'entered',
  'absent',
  'declined',
  'lapsed',
  'withdrawn',
  'turned-down',
]);
export type SeatProgress = z.infer<typeof SeatProgress>;

/** Where one candidate of a cohort is, by the least advanced of several parts of a kind; never an answer, never a mark of a single part. */
export const CohortMember = z.object({
  entryId: Id,
  /** As the roster has it, until somebody who is not the institution's has accepted. */
  name: z.string(),
  email: z.string(),
  studentNumber: z.string().nullable(),
  seat: SeatProgress,
  /** Until when the place is kept for whoever has not answered; else null. */
  answerBy: Instant.nullable(),
  /** Which try it is, and why it was made. */
  number: z.number().int().positive(),
  cause: EntryCause,
  /** Where it is in another session than the cohort, as a free sitting may be; else null. */
  otherSession: LocalizedText.nullable(),
  /** False until the invitation is accepted. */
  active: z.boolean(),
  mail: z.object({
    state: MemberMail,
    /** Which letter it was and when it was written; null where there is none. */
    kind: MessageKind.nullable(),
    queuedAt: Instant.nullable(),
    /** Why it is not, or not surely, there. */
    reason: MessageReason.nullable(),
  }),
  /** What whoever has accepted still lacks before the first part, as kinds alone; empty once one was begun. */
  missing: z.array(MissingClearance),
  exam: ExamProgress,
  lab: LabProgress,
  portfolio: PortfolioProgress,
  result: ResultProgress,
  grade: Grade.nullable(),
});
export type CohortMember = z.infer<typeof CohortMember>;

/** What members are listed by: whether they have an account of their own, and where each part stands. */
export const MemberAccount = z.enum(['active', 'invited']);
export type MemberAccount = z.infer<typeof MemberAccount>;

/** What somebody lacks before the first part; `any`: something. */
export const LackedClearance = z.enum(['any', ...MissingClearance.options]);
export type LackedClearance = z.infer<typeof LackedClearance>;

/** Without a sort, by name. */
export const MembersQuery = pageQuery([
  'name',
  'email',
  'number',
  'seat',
  'account',
  'mail',
  'cause',
  'missing',
  'exam',
  'lab',
  'portfolio',
  'result',
]).extend({
  seat: SeatProgress.optional(),
  account: MemberAccount.optional(),
  mail: MemberMail.optional(),
  cause: EntryCause.optional(),
  missing: LackedClearance.optional(),
  exam: ExamProgress.optional(),
  lab: LabProgress.optional(),
  portfolio: PortfolioProgress.optional(),
  result: ResultProgress.optional(),
});
export type MembersQuery = z.infer<typeof MembersQuery>;
export const MembersPage = pageOf(CohortMember);
export type MembersPage = z.infer<typeof MembersPage>;

const counts = <Code extends string>(codes: z.ZodType<Code, string> & z.core.$ZodRecordKey) =>
  z.partialRecord(codes, z.number().int());

/**
 * How many members are in each state, without entries that a free sitting took the place of; whoever came to have no seat is counted among
 * the seats alone. A state that nobody is in may be left out.
 */
export const MemberCounts = z.object({
  seat: counts(SeatProgress),
  account: counts(MemberAccount),
  mail: counts(MemberMail),
  cause: counts(EntryCause),
  missing: counts(LackedClearance),
  exam: counts(ExamProgress),
  lab: counts(LabProgress),
  portfolio: counts(PortfolioProgress),
  result: counts(ResultProgress),
});
export type MemberCounts = z.infer<typeof MemberCounts>;

export const CohortView = CohortSummary.extend({ counts: MemberCounts });
export type CohortView = z.infer<typeof CohortView>;

export const RosterFault = z.enum([
  'EMAIL_MISSING',
  'EMAIL_INVALID',
  'NAME_MISSING',
  'NAME_UNFIT',
  'DUPLICATE_ROW',
  'STUDENT_NUMBER_UNFIT',
  'STUDENT_NUMBER_ROUNDED',
  'STUDENT_NUMBER_TWICE',
  'STUDENT_NUMBER_TAKEN',
  'NAME_DIFFERS',
  'NOT_A_CANDIDATE',
  'TRY_OPEN',
  'TRY_OPEN_ELSEWHERE',
  'TRY_TOO_EARLY',
  'TRIES_USED_UP',
  'TRY_NOT_OFFERED',
  'GRADE_AT_TOP',
  'NO_PLACE',
]);
export type RosterFault = z.infer<typeof RosterFault>;

export const RosterRow = z.object({
  /** Line of the file, counted from 1, the header being line 1. */
  line: z.number().int(),
  email: z.string(),
  name: z.string(),
  studentNumber: z.string().nullable(),
  /** What somebody goes by whose name the institution knows, where that is something else; null for everybody else. */
  storedName: z.string().nullable(),
  /**
   * `new-person` is whoever is not the institution's: whether they have an account, or a seat by another way, nobody learns here. Of
   * whoever is in the session by the institution the name is put right (`renamed`), or the registrar is asked to (`name-asked`).
   */
  outcome: z.enum(['new-person', 'known-person', 'enrolled-already', 'renamed', 'name-asked', 'fault']),
  faults: z.array(RosterFault),
  /** Which try it would be of somebody who was entered for this role and level before; else null. */
  next: z.object({ number: z.number().int().positive(), cause: EntryCause }).nullable(),
  /** From when another try is open, where it is too early or the tries are used up. */
  earliestAt: Instant.nullable(),
});
export type RosterRow = z.infer<typeof RosterRow>;

export const RosterPreview = z.object({
  /** The columns as the file names them, and which of them were taken for which; null: not found, and to be said by hand. */
  header: z.array(z.string()),
  /** In which line they stand; what is above it was passed over. */
  headerLine: z.int().positive(),
  /** The first rows below it, cell by cell, for whoever has to say what the columns are. */
  samples: z.array(z.array(z.string())),
  columns: z.object({
    email: z.number().int().nullable(),
    name: z.number().int().nullable(),
    studentNumber: z.number().int().nullable(),
  }),
  rows: z.array(RosterRow),
  importable: z.boolean(),
});
export type RosterPreview = z.infer<typeof RosterPreview>;

/** The link under which a new person sets a password; shown once, because only its hash is kept. */
export const InvitationLink = z.object({ name: z.string(), email: z.string(), url: z.string() });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** The same of a member of a cohort, to be handed over by their student number. */
export const HandedLink = InvitationLink.extend({ studentNumber: z.string().nullable() });
export type HandedLink = z.infer<typeof HandedLink>;

export const RosterImport = z.object({
  importId: Id,
  /** How many addresses were taken in. Somebody who is in the session by another way is among them, and is not invited again. */
  invited: z.number().int(),
  enrolledAlready: z.number().int(),
  /** How many names were put right, or the registrar was asked about. */
  corrected: z.number().int(),
  /** How many of the invited were sent no letter, for as many went there or out as may (`houseLetterLimits`). */
  unwritten: z.number().int(),
  invitations: z.array(HandedLink),
  /** Rows that were left out, with what is wrong with them. */
  leftOut: z.array(RosterRow),
});
export type RosterImport = z.infer<typeof RosterImport>;

export const TrainerView = z.object({ id: Id, name: z.string(), email: z.string() });
export type TrainerView = z.infer<typeof TrainerView>;

/** One import as its cohort remembers it. */
export const ImportView = z.object({
  id: Id,
  fileName: z.string().nullable(),
  madeAt: Instant,
  madeBy: z.string(),
  /** How many rows are to go in, and how many of them have been looked at. */
  total: z.number().int(),
  done: z.number().int(),
  /** As `RosterImport` counts them. */
  invited: z.number().int(),
  leftOut: z.array(RosterRow),
  /** `stopped`: a program ended amid it; it can be gone on with. */
  state: z.enum(['running', 'stopped', 'done', 'undone']),
  /** How many have not answered: their invitations can be taken back. */
  unanswered: z.number().int(),
});
export type ImportView = z.infer<typeof ImportView>;

export const UndoImportInput = z.strictObject({ reason: Reason });
export type UndoImportInput = z.infer<typeof UndoImportInput>;

/** Who has no seat any more, and who has answered and keeps theirs; to how many of the former no letter went, or one without the reason. */
export const UndoneImport = z.object({
  withdrawn: z.number().int(),
  kept: z.number().int(),
  unwritten: z.number().int(),
  reasonHeld: z.number().int(),
});
export type UndoneImport = z.infer<typeof UndoneImport>;
