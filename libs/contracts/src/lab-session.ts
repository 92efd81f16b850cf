import { z } from 'zod';
import { LabSessionState } from './lifecycle/lab-session.ts';
import { CheckOutcome, Lab } from './lab.ts';
import { LocalizedText } from './locale.ts';
import { EndCause, Id, Instant, ScoreCents, Slug } from './vocabulary.ts';

export const LabVerdictView = z.object({
  scoreCents: ScoreCents,
  checks: z.array(CheckOutcome),
  gradedAt: Instant,
});
export type LabVerdictView = z.infer<typeof LabVerdictView>;

/** A candidate's own lab. Of the visible checks only their ids; of the hidden ones nothing but their outcome. */
export const LabSessionView = z.object({
  id: Id,
  entryId: Id,
  state: LabSessionState,
  lab: Lab,
  instructions: LocalizedText,
  visibleChecks: z.array(z.object({ task: Slug, cases: z.array(Slug) })),
  startedAt: Instant,
  deadlineAt: Instant,
  serverNow: Instant,
  handedInAt: Instant.nullable(),
  handInCause: EndCause.nullable(),
  verdict: LabVerdictView.nullable(),
  /** False where this server has no container engine: the page says so, and everything else goes on. */
  machinesAvailable: z.boolean(),
});
export type LabSessionView = z.infer<typeof LabSessionView>;

export const StartedView = z.object({ id: Id });
export type StartedView = z.infer<typeof StartedView>;
