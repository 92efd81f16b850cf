import { z } from 'zod';
import { LocalizedText } from '../locale.ts';
import { Slug } from '../vocabulary.ts';

/**
 * What the judge demands of a part of a reply. `at` is an RFC 6901 JSON pointer into the reply
 * ('' is the whole of it). The judge compares outside the container; the reply is only ever data.
 */
export const Expectation = z.union([
  z.strictObject({ at: z.string(), equals: z.json() }),
  z.strictObject({
    at: z.string(),
    near: z.number(),
    tolerance: z.number().min(0),
  }),
  z.strictObject({ at: z.string(), includesAll: z.array(z.json()).min(1) }),
  z.strictObject({ at: z.string(), excludes: z.array(z.json()).min(1) }),
  z.strictObject({ at: z.string(), startsWith: z.array(z.json()).min(1) }),
  z.strictObject({ at: z.string(), sameSetAs: z.array(z.json()) }),
  z.strictObject({ at: z.string(), length: z.number().int().min(0) }),
  z.strictObject({ at: z.string(), oneOf: z.array(z.json()).min(1) }),
  z.strictObject({ at: z.string(), absent: z.literal(true) }),
]);
export type Expectation = z.infer<typeof Expectation>;

/**
 * One line in, one line out: `send` goes to the process's standard input as one line of JSON (`sendText` goes as
 * it stands, for malformed input), and the next line of its standard output is the reply, which must be JSON.
 */
export const Exchange = z.strictObject({
  send: z.json().optional(),
  /** A JSON file beside the suite whose content is sent: for a corpus that several cases share. */
  sendFile: z.string().optional(),
  sendText: z.string().optional(),
  expect: z.array(Expectation).default([]),
});
export type Exchange = z.infer<typeof Exchange>;

/** A case starts a process of its own and passes when every exchange meets every expectation in time. */
export const Case = z.strictObject({
  id: Slug,
  weight: z.number().int().min(1).default(1),
  timeoutSec: z.number().min(0.5).max(60).default(10),
  exchanges: z.array(Exchange).min(1),
  feedback: LocalizedText,
});
export type Case = z.infer<typeof Case>;

/** checks/visible.yaml (may be shown) and grader/suite.yaml (what it sends and expects is for the judge alone). */
export const LabSuite = z.strictObject({
  version: z.number().int().positive(),
  command: z.array(z.string().min(1)).min(1),
  checks: z.array(z.strictObject({ task: Slug, cases: z.array(Case).min(1) })).min(1),
});
export type LabSuite = z.infer<typeof LabSuite>;

/** solution/expected.yaml: what the reference, the starter and each named wrong solution must score. */
export const LabExpectations = z.strictObject({
  reference: z.strictObject({ scoreCents: z.literal(10_000) }),
  starter: z.strictObject({ scoreCents: z.number().int().min(0).max(4_999) }),
  wrong: z
    .array(
      z.strictObject({
        name: Slug,
        why: LocalizedText,
        scoreCents: z.number().int().min(0).max(9_999),
      }),
    )
    .min(2),
});
export type LabExpectations = z.infer<typeof LabExpectations>;
