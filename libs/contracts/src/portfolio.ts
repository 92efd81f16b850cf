import { z } from 'zod';
import { PortfolioState } from './lifecycle/portfolio.ts';
import { experienceLimits } from './limits.ts';
import { lineUpTo } from './line.ts';
import { LocalizedText } from './locale.ts';
import { Competency } from './standard.ts';
import { CompetencyId, Id, Instant, LevelCode, RoleCode, ScoreCents, Sha256, Slug } from './vocabulary.ts';

/** What one portfolio may hold. */
export const portfolioLimits = {
  fileBytes: 20 * 1024 * 1024,
  artefacts: 30,
  claimLength: 4000,
  experienceLength: 4000,
  titleLength: 120,
  urlLength: 2000,
} as const;

export const PortfolioLimits = z.object({
  fileBytes: z.number().int(),
  artefacts: z.number().int(),
  claimLength: z.number().int(),
  experienceLength: z.number().int(),
  titleLength: z.number().int(),
  urlLength: z.number().int(),
});
export type PortfolioLimits = z.infer<typeof PortfolioLimits>;

export const ArtefactKind = z.enum(['file', 'link', 'repository']);
export type ArtefactKind = z.infer<typeof ArtefactKind>;

const artefactFacts = {
  id: Id,
  /** A1, A2, … in the order of adding: how claims and reviews speak of it. */
  label: z.string().regex(/^A[1-9]\d*$/),
  kind: ArtefactKind,
  url: z.string().nullable(),
  mediaType: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  sha256: Sha256.nullable(),
};

/** An artefact as its owner sees it. */
export const ArtefactView = z.object({
  ...artefactFacts,
  /** What the owner calls it; of a file, its name. */
  title: z.string(),
  createdAt: Instant,
});
export type ArtefactView = z.infer<typeof ArtefactView>;

/** An artefact as reviewers see it: a file has no name there, for a name may tell the person. */
export const BlindArtefactView = z.object({
  ...artefactFacts,
  title: z.string().nullable(),
  /** Lower case, without the dot; null of links. */
  extension: z.string().nullable(),
});
export type BlindArtefactView = z.infer<typeof BlindArtefactView>;

/** What a candidate claims for one practice competency, and which artefacts show it. */
export const ClaimInput = z.strictObject({
  competency: CompetencyId,
  text: z.string().max(portfolioLimits.claimLength),
  artefactIds: z.array(Id).max(portfolioLimits.artefacts),
});
export type ClaimInput = z.infer<typeof ClaimInput>;

/** Experience in whole years, as the candidate states it; a person checks it before the decision. */
export const ExperienceStatement = z.strictObject({
  years: z.number().int().min(0).max(experienceLimits.years),
  text: z.string().max(portfolioLimits.experienceLength),
});
export type ExperienceStatement = z.infer<typeof ExperienceStatement>;

/** The whole draft. `updatedAt` is that of the draft which was read: an older one is not overwritten silently. */
export const DraftInput = z.strictObject({
  updatedAt: Instant,
  claims: z
    .array(ClaimInput)
    .max(50)
    .refine((claims) => new Set(claims.map(({ competency }) => competency)).size === claims.length, {
      message: 'one claim per competency',
    }),
  experience: ExperienceStatement.nullable(),
});
export type DraftInput = z.infer<typeof DraftInput>;

export const DraftSaved = z.object({ updatedAt: Instant });
export type DraftSaved = z.infer<typeof DraftSaved>;

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname !== '';
};

export const LinkInput = z.strictObject({
  kind: z.enum(['link', 'repository']),
  title: lineUpTo(portfolioLimits.titleLength),
  url: z
    .string()
    .trim()
    .max(portfolioLimits.urlLength)
    .refine(isWebAddress, 'an http or https address without a log-in'),
});
export type LinkInput = z.infer<typeof LinkInput>;

/** What a submission still lacks. */
export const Missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), competency: CompetencyId }),
  z.object({ kind: z.literal('artefact') }),
]);
export type Missing = z.infer<typeof Missing>;

/** An artefact as a submission froze it. */
export const ManifestArtefact = z.object({ ...artefactFacts, title: z.string() });
export type ManifestArtefact = z.infer<typeof ManifestArtefact>;

/** Everything that was submitted. Its own SHA-256 is taken over canonical JSON (keys sorted, no blanks). */
export const Manifest = z.object({
  entryId: Id,
  number: z.number().int().positive(),
  role: RoleCode,
  level: LevelCode,
  submittedAt: Instant,
  claims: z.array(ClaimInput),
  experience: ExperienceStatement.nullable(),
  artefacts: z.array(ManifestArtefact),
});
export type Manifest = z.infer<typeof Manifest>;

export const PortfolioVersionView = z.object({
  number: z.number().int().positive(),
  sha256: Sha256,
  submittedAt: Instant,
  manifest: Manifest,
});
export type PortfolioVersionView = z.infer<typeof PortfolioVersionView>;

/** What a criterion came to: the moderator's points where one decided, else the mean of two, in half points of 4. */
export const CriterionOutcome = z.object({
  id: Slug,
  competency: CompetencyId,
  title: LocalizedText,
  weight: z.number().int(),
  halfPoints: z.number().int().min(0).max(8),
  /** The rubric's words, where the outcome is a whole number of points. */
  descriptor: LocalizedText.nullable(),
});
export type CriterionOutcome = z.infer<typeof CriterionOutcome>;

export const PortfolioOutcome = z.object({
  scoreCents: ScoreCents,
  /** Whether two reviews lay so far apart that a third person decided. */
  adjudicated: z.boolean(),
  criteria: z.array(CriterionOutcome),
});
export type PortfolioOutcome = z.infer<typeof PortfolioOutcome>;

/** A portfolio as its candidate sees it. */
export const PortfolioView = z.object({
  id: Id,
  entryId: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  state: PortfolioState,
  updatedAt: Instant,
  submittedAt: Instant.nullable(),
  scoredAt: Instant.nullable(),
  /** Until when the draft can be changed and submitted. */
  closesAt: Instant,
  serverNow: Instant,
  /** The practice competencies of the role, each to be claimed. */
  competencies: z.array(Competency),
  experienceAsked: z.object({ years: z.number().int(), text: LocalizedText }),
  claims: z.array(ClaimInput),
  experience: ExperienceStatement.nullable(),
  artefacts: z.array(ArtefactView),
  missing: z.array(Missing),
  limits: PortfolioLimits,
  /** Names that a file may end in, lower case, with the dot. */
  acceptedEndings: z.array(z.string()),
  versions: z.array(PortfolioVersionView),
  outcome: PortfolioOutcome.nullable(),
});
export type PortfolioView = z.infer<typeof PortfolioView>;
