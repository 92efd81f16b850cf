import { z } from 'zod';
import { Lab, WorkspacePath } from '../lab.ts';
import { Sha256, Slug } from '../vocabulary.ts';
import { Case, LabSuite } from './lab-suite.ts';

/** Files that a lab starts from, or that its image is built from. */
export const LabFiles = z.strictObject({
  files: z.array(z.strictObject({ path: WorkspacePath, executable: z.boolean(), base64: z.base64() })),
});
export type LabFiles = z.infer<typeof LabFiles>;

/** A file with its content as bytes. */
export interface LabFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/** Everything about a lab but what only its judge may know; the large parts by their hashes. */
export const LabManifest = z.strictObject({
  lab: Lab,
  /** Markdown, as it is in its files. */
  instructions: z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
  starter: Sha256,
  environment: Sha256,
  /** The suite of "check my work". */
  visible: Sha256,
  plan: Sha256,
});
export type LabManifest = z.infer<typeof LabManifest>;

/**
 * The half of a hidden suite that says what is judged and what it is worth: from it and the outcomes of the cases a
 * score can be computed again. Feedback is in it, for candidates read it after the result; inputs and expectations
 * are not. It names its lab: what holds for a plan holds for that lab alone, however alike another one is.
 */
export const LabPlan = z.strictObject({
  labId: Lab.shape.id,
  version: LabSuite.shape.version,
  command: LabSuite.shape.command,
  checks: z
    .array(
      z.strictObject({
        task: Slug,
        points: z.number().int().min(1).max(100),
        cases: z.array(Case.omit({ exchanges: true })).min(1),
      }),
    )
    .min(1),
});
export type LabPlan = z.infer<typeof LabPlan>;

/** The half of a hidden suite that only the judge may read: inputs and expectations. The nonce is as of an ItemKey. */
export const LabSecrets = z.strictObject({
  checks: z
    .array(z.strictObject({ task: Slug, cases: z.array(Case.pick({ id: true, exchanges: true })).min(1) }))
    .min(1),
  nonce: Sha256,
});
export type LabSecrets = z.infer<typeof LabSecrets>;
