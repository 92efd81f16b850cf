import { z } from 'zod';
import { CheckOutcome } from '../lab.ts';
import { Id, Instant, ScoreCents, Sha256 } from '../vocabulary.ts';

/** The Bull queue in which handed-in lab sessions wait for grading; the runner takes from it. */
export const labGradingQueue = 'lab-grading';

export const LabGradingJob = z.strictObject({
  labSessionId: Id,
  /** Of whoever handed in, as the logs have it. */
  requestId: z.string().optional(),
});
export type LabGradingJob = z.infer<typeof LabGradingJob>;

/**
 * Options of every grading job: one living job a session and try, so that adding it twice changes nothing, and a
 * sweep can add a later try while an earlier one is still remembered.
 */
export const labGradingJobOptions = (labSessionId: string, gradingTries: number) => ({
  jobId: `${labSessionId}:${gradingTries}`,
  attempts: 6,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
});

/** What the runner's signature over a verdict covers, in canonical JSON (RFC 8785). */
export const SignedVerdict = z.strictObject({
  labSessionId: Id,
  treeHash: Sha256,
  planHash: Sha256,
  secretsHash: Sha256,
  number: z.number().int().positive(),
  fence: z.number().int().min(0),
  checks: z.array(CheckOutcome),
  scoreCents: ScoreCents,
  gradedAt: Instant,
});
export type SignedVerdict = z.infer<typeof SignedVerdict>;

/** GET /health/ready of a runner. */
export const RunnerHealth = z.strictObject({
  status: z.enum(['ready', 'preparing', 'unavailable']),
  /** Why labs cannot be used, for an operator; in English. */
  reason: z.string().optional(),
  labs: z.array(
    z.strictObject({
      labId: z.string(),
      warm: z.number().int().min(0),
      ready: z.boolean(),
    }),
  ),
  liveSessions: z.number().int().min(0),
});
export type RunnerHealth = z.infer<typeof RunnerHealth>;
