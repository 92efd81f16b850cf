import { z } from 'zod';
import { threatLimits } from './limits.ts';
import { lineUpTo } from './line.ts';
import { Reason } from './reason.ts';
import { Id, Instant } from './vocabulary.ts';

/** Where a threat to impartiality comes from, by the kinds that ISO/IEC 17024 names. */
export const ThreatSource = z.enum([
  'self-interest',
  'self-review',
  'familiarity',
  'pressure',
  'finance',
  'training',
  'other',
]);
export type ThreatSource = z.infer<typeof ThreatSource>;

export const ThreatInput = z.strictObject({
  source: ThreatSource,
  title: lineUpTo(threatLimits.titleLength),
  description: Reason,
});
export type ThreatInput = z.infer<typeof ThreatInput>;

/** What was done about a threat; `closes` where it is none any more. */
export const MeasureInput = z.strictObject({ text: Reason, closes: z.boolean() });
export type MeasureInput = z.infer<typeof MeasureInput>;

const Named = z.object({ id: Id, name: z.string() });

export const ThreatView = z.object({
  id: Id,
  source: ThreatSource,
  title: z.string(),
  description: z.string(),
  /** The case that it is about, where it is about one: of whose marks the title is the code. */
  entryId: Id.nullable(),
  foundAt: Instant,
  foundBy: Named,
  measures: z.array(z.object({ id: Id, text: z.string(), at: Instant, by: Named })),
  /** When it was found to be none any more; null while it is watched. */
  closedAt: Instant.nullable(),
});
export type ThreatView = z.infer<typeof ThreatView>;

/** Those that are watched first, then those that are closed; the latest first. */
export const ThreatsView = z.object({ threats: z.array(ThreatView) });
export type ThreatsView = z.infer<typeof ThreatsView>;
