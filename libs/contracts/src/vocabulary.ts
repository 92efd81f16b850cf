import { z } from 'zod';

/** The eight jobs of the standard. */
export const RoleCode = z.enum([
  'cluster-engineer',
  'framework-engineer',
  'algorithm-engineer',
  'strategy-engineer',
  'data-engineer',
  'evaluation-engineer',
  'prompt-engineer',
  'application-engineer',
]);
export type RoleCode = z.infer<typeof RoleCode>;

export const DirectionCode = z.enum(['architecture', 'algorithm', 'data', 'evaluation', 'application']);
export type DirectionCode = z.infer<typeof DirectionCode>;

export const DimensionCode = z.enum(['knowledge', 'skills', 'practice']);
export type DimensionCode = z.infer<typeof DimensionCode>;

export const ElementCode = z.enum([
  'basic-knowledge',
  'professional-knowledge',
  'basic-skills',
  'professional-skills',
  'experience',
]);
export type ElementCode = z.infer<typeof ElementCode>;

export const MasteryCode = z.enum(['know', 'familiar', 'master', 'expert']);
export type MasteryCode = z.infer<typeof MasteryCode>;

export const LevelCode = z.enum(['junior', 'intermediate', 'senior']);
export type LevelCode = z.infer<typeof LevelCode>;

/** What one can be certified as: a role at a level. */
export type Certification = { readonly role: RoleCode; readonly level: LevelCode };

/** What a person may do in Ennead; a person may hold several. */
export const PersonRole = z.enum([
  'candidate',
  'trainer',
  'manager',
  'assessor',
  'moderator',
  'certifier',
  'registrar',
  'administrator',
]);
export type PersonRole = z.infer<typeof PersonRole>;

export const Grade = z.number().int().min(1).max(9);
export type Grade = z.infer<typeof Grade>;

/** A dimension score: 0 to 100 points in whole hundredths of a point. */
export const ScoreCents = z.number().int().min(0).max(10_000);
export type ScoreCents = z.infer<typeof ScoreCents>;

export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
export const CompetencyId = z
  .string()
  .regex(/^[a-z]+-engineer\.(?:knowledge|skills|practice)\.[a-z0-9-]+$/, '<role>.<dimension>.<slug>');
/** In the one way in which the database writes them, so that the same id is the same text. */
export const Id = z.uuid().toLowerCase();
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601 instant in UTC, as JSON carries it. */
export const Instant = z.iso.datetime({ offset: true });

/** What a part of a session is: a written form, a lab, a portfolio. */
export const PartKind = z.enum(['form', 'lab', 'portfolio']);
export type PartKind = z.infer<typeof PartKind>;

/** Who ended a part: the candidate, or the clock. */
export const EndCause = z.enum(['candidate', 'expiry']);
export type EndCause = z.infer<typeof EndCause>;

/** Why an entry was made. A free sitting makes good a failure of ours; a mock counts for nothing. */
export const EntryCause = z.enum(['first', 'retake', 'higher', 'free-sitting', 'mock']);
export type EntryCause = z.infer<typeof EntryCause>;

/** Where a window of time is by the server's clock. */
export const WindowState = z.enum(['upcoming', 'open', 'closed']);
export type WindowState = z.infer<typeof WindowState>;
