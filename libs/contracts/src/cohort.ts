import { z } from 'zod';
import { lineUpTo } from './line.ts';
import { rosterLength } from './limits.ts';
import { MessageKind, MessageReason } from './message.ts';
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

/** A CSV text with a header line that names an e-mail and a name column. */
export const RosterInput = z.strictObject({ csv: z.string().min(1).max(rosterLength) });
export type RosterInput = z.infer<typeof RosterInput>;

export const SetTrainersInput = z.strictObject({ trainerIds: z.array(Id).max(50) });
export type SetTrainersInput = z.infer<typeof SetTrainersInput>;

export const InviteAgainInput = z.strictObject({ entryId: Id });
export type InviteAgainInput = z.infer<typeof InviteAgainInput>;

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
    window: WindowState,
  }),
  memberCount: z.number().int(),
  trainers: z.array(z.object({ id: Id, name: z.string() })),
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

/** Where one candidate of a cohort is, by the least advanced of several parts of a kind; never an answer, never a mark of a single part. */
export const CohortMember = z.object({
  entryId: Id,
  name: z.string(),
  email: z.string(),
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

/** Without a sort, by name. */
export const MembersQuery = pageQuery([
  'name',
  'email',
  'account',
  'mail',
  'cause',
  'exam',
  'lab',
  'portfolio',
  'result',
]).extend({
  account: MemberAccount.optional(),
  mail: MemberMail.optional(),
  cause: EntryCause.optional(),
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

/** How many members are in each state, without entries that a free sitting took the place of; a state that nobody is in may be left out. */
export const MemberCounts = z.object({
  account: counts(MemberAccount),
  mail: counts(MemberMail),
  cause: counts(EntryCause),
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
  'NAME_TOO_LONG',
  'DUPLICATE_ROW',
  'OTHER_INSTITUTION',
  'NOT_A_CANDIDATE',
  'TRY_OPEN',
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
  outcome: z.enum(['new-person', 'known-person', 'enrolled-already', 'fault']),
  faults: z.array(RosterFault),
  /** Which try it would be of somebody who was entered for this role and level before; else null. */
  next: z.object({ number: z.number().int().positive(), cause: EntryCause }).nullable(),
  /** From when another try is open, where it is too early or the tries are used up. */
  earliestAt: Instant.nullable(),
});
export type RosterRow = z.infer<typeof RosterRow>;

export const RosterPreview = z.object({ rows: z.array(RosterRow), importable: z.boolean() });
export type RosterPreview = z.infer<typeof RosterPreview>;

/** The link under which a new person sets a password; shown once, because only its hash is kept. */
export const InvitationLink = z.object({ name: z.string(), email: z.string(), url: z.string() });
export type InvitationLink = z.infer<typeof InvitationLink>;

export const RosterImport = z.object({
  enrolled: z.number().int(),
  enrolledAlready: z.number().int(),
  invitations: z.array(InvitationLink),
});
export type RosterImport = z.infer<typeof RosterImport>;

export const TrainerView = z.object({ id: Id, name: z.string(), email: z.string() });
export type TrainerView = z.infer<typeof TrainerView>;
