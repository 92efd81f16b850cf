import { z } from 'zod';
import { agreementsFor, ShownDocument } from './agreement.ts';
import { ClearanceKind, MissingClearance } from './clearance.ts';
import { ExamSessionState } from './lifecycle/exam-session.ts';
import { EntryState } from './lifecycle/entry.ts';
import { deskLimits, experienceLimits, nameLength, placeLimits } from './limits.ts';
import { lineUpTo } from './line.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { LatinName, PersonName } from './person-name.ts';
import { Reason } from './reason.ts';
import { EntryCause, Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

const signed: readonly string[] = agreementsFor.entry;

/** A candidate signs the application for an entry: by their name, and with everything that an entry asks them to accept. */
export const ApplicationInput = z.strictObject({
  name: PersonName,
  documents: z
    .array(ShownDocument)
    .length(signed.length)
    .refine(
      (documents) => signed.every((one) => documents.some(({ document }) => document === one)),
      'all that is asked for an entry, each once',
    ),
});
export type ApplicationInput = z.infer<typeof ApplicationInput>;

/** A name as the papers have it, in their own script and in Latin letters. */
export const NamesInput = z.strictObject({ name: PersonName, latinName: LatinName });
export type NamesInput = z.infer<typeof NamesInput>;

/** What whoever corrects a name saw, and why it is corrected. */
export const CorrectNameInput = z.strictObject({
  name: PersonName,
  latinName: LatinName.nullable(),
  seen: lineUpTo(deskLimits.seen),
  reason: Reason,
});
export type CorrectNameInput = z.infer<typeof CorrectNameInput>;

/** What somebody of the body found of the experience that a level asks, and in what. */
export const SeenExperienceInput = z.strictObject({
  met: z.boolean(),
  years: z.number().min(0).max(experienceLimits.years),
  seen: Reason,
});
export type SeenExperienceInput = z.infer<typeof SeenExperienceInput>;

export const IdentityPaper = z.enum(['id-card', 'passport', 'other']);
export type IdentityPaper = z.infer<typeof IdentityPaper>;

const paper = {
  how: IdentityPaper,
  /** Which paper, where it is another. */
  note: lineUpTo(deskLimits.seen).nullable().default(null),
};
const isNamed = ({ how, note }: { how: IdentityPaper; note: string | null }) =>
  how !== 'other' || note !== null;
const unnamed = { path: ['note'], message: 'which paper it was, where it is another' };

/** The name that the desk showed beside the paper, in both scripts: refused where it is another by now. */
const seenName = { name: z.string().max(nameLength), latinName: z.string().max(nameLength).nullable() };
export const SeenName = z.strictObject(seenName);
export type SeenName = z.infer<typeof SeenName>;

export const SeenIdentityInput = z.strictObject({ seen: SeenName, ...paper }).refine(isNamed, unnamed);
export type SeenIdentityInput = z.infer<typeof SeenIdentityInput>;

/** Of a whole hall at once. */
export const SeenIdentitiesInput = z
  .strictObject({
    entries: z
      .array(z.strictObject({ entryId: Id, ...seenName }))
      .min(1)
      .max(deskLimits.atOnce)
      .refine((all) => new Set(all.map(({ entryId }) => entryId)).size === all.length, 'each entry once'),
    ...paper,
  })
  .refine(isNamed, unnamed);
export type SeenIdentitiesInput = z.infer<typeof SeenIdentitiesInput>;

/** For how many it was set down, and for whom not, by the code of the refusal. */
export const SeenIdentitiesView = z.object({
  done: z.number().int(),
  refused: z.array(z.object({ entryId: Id, code: z.string() })),
});
export type SeenIdentitiesView = z.infer<typeof SeenIdentitiesView>;

/** What somebody of the body sees, and may have set down by mistake. */
export const SeenKind = ClearanceKind.extract(['experience', 'identity']);
export type SeenKind = z.infer<typeof SeenKind>;

/** Takes back what was set down as seen, with why. */
export const WithdrawSeenInput = z.strictObject({ kind: SeenKind, reason: Reason });
export type WithdrawSeenInput = z.infer<typeof WithdrawSeenInput>;

/** Something that was given or seen, with who set it down; null where the candidate gave it. */
export const GivenClearance = z.object({
  kind: ClearanceKind,
  at: Instant,
  by: z.string().nullable(),
});
export type GivenClearance = z.infer<typeof GivenClearance>;

/** One entry as the registrar sees it; never a score. */
export const DeskRow = z.object({
  entryId: Id,
  name: z.string(),
  latinName: z.string().nullable(),
  /** By which their institution tells them from namesakes. */
  studentNumber: z.string().nullable(),
  /** As an institution knows them, where it asks which name is right; null where nobody asks. */
  askedName: z.string().nullable(),
  email: z.string(),
  institution: LocalizedText.nullable(),
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
  stateReason: z.string().nullable(),
  enteredAt: Instant,
  hasBegun: z.boolean(),
  missing: z.array(MissingClearance),
  given: z.array(GivenClearance),
  /** Something ties the reader to this candidate: somebody else acts on it. */
  isBarred: z.boolean(),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** Without a sort, by name. */
export const DeskQuery = pageQuery(['name', 'enteredAt', 'state']).extend({
  missing: MissingClearance.optional(),
  state: EntryState.optional(),
});
export type DeskQuery = z.infer<typeof DeskQuery>;

export const DeskSession = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  state: ExamSessionState,
  opensAt: Instant,
  closesAt: Instant,
  confirms: z.boolean(),
  places: z.number().int().max(placeLimits.places).nullable(),
  clearances: z.array(ClearanceKind),
  /** Of experience, that the level asks. */
  yearsAsked: z.number(),
});
export type DeskSession = z.infer<typeof DeskSession>;

/** What is to be seen to in a session, in people. */
export const DeskCounts = z.object({
  /** Who wait to be confirmed. */
  requestedCount: z.number().int(),
  /** Who lack each thing before the first part. */
  missingCounts: z.partialRecord(MissingClearance, z.number().int()),
});
export type DeskCounts = z.infer<typeof DeskCounts>;

/** The same of a session among others, with how many accommodations wait for an answer. */
export const DeskWork = DeskCounts.extend({ sessionId: Id, accommodationCount: z.number().int() });
export type DeskWork = z.infer<typeof DeskWork>;

export const DeskPage = pageOf(DeskRow).extend({
  session: DeskSession,
  serverNow: Instant,
  ...DeskCounts.shape,
});
export type DeskPage = z.infer<typeof DeskPage>;
