import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { CompetencyId, LevelCode, RoleCode, ScoreCents, Slug } from './vocabulary.ts';

/** A task of a lab as the candidate sees it; points of all tasks sum to 100. */
export const LabTask = z.strictObject({
  id: Slug,
  competency: CompetencyId,
  points: z.number().int().min(1).max(100),
  title: LocalizedText,
  text: LocalizedText,
});
export type LabTask = z.infer<typeof LabTask>;

export const LabLimits = z.strictObject({
  memoryMb: z.number().int().min(32).max(4096),
  cpus: z.number().min(0.1).max(8),
  pids: z.number().int().min(16).max(1024),
  workspaceMb: z.number().int().min(1).max(1024),
  workspaceFiles: z.number().int().min(16).max(20_000),
});
export type LabLimits = z.infer<typeof LabLimits>;

/** labs/<role>/<slug>/lab.yaml */
export const Lab = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  role: RoleCode,
  level: LevelCode,
  title: LocalizedText,
  summary: LocalizedText,
  durationSec: z.number().int().positive(),
  limits: LabLimits,
  openFiles: z.array(z.string().min(1)),
  tasks: z.array(LabTask).min(1),
});
export type Lab = z.infer<typeof Lab>;

/** A path inside a workspace: relative, no dot segments, no control characters, at most 200 bytes of UTF-8. */
export const WorkspacePath = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => !path.startsWith('/') && !/[\u0000-\u001f\\]/.test(path), 'must be a plain relative path')
  .refine(
    (path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
    'must not contain empty or dot segments',
  );
export type WorkspacePath = z.infer<typeof WorkspacePath>;

/** Outcome of one case of a check; feedback says what is wrong without giving the answer away. */
export const CaseOutcome = z.strictObject({
  id: Slug,
  passed: z.boolean(),
  feedback: LocalizedText.optional(),
});
export type CaseOutcome = z.infer<typeof CaseOutcome>;

export const CheckOutcome = z.strictObject({
  id: Slug,
  pointsCents: ScoreCents,
  earnedCents: ScoreCents,
  cases: z.array(CaseOutcome),
});
export type CheckOutcome = z.infer<typeof CheckOutcome>;
