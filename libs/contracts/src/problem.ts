import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { agreementProblems } from './problems/agreement.ts';
import { accommodationProblems } from './problems/accommodation.ts';
import { cohortProblems } from './problems/cohort.ts';
import { certificationProblems } from './problems/certification.ts';
import { commonProblems } from './problems/common.ts';
import { entryProblems } from './problems/entry.ts';
import { examProblems } from './problems/exam.ts';
import { identityProblems } from './problems/identity.ts';
import { labProblems } from './problems/lab.ts';
import { messageProblems } from './problems/message.ts';
import { portfolioProblems } from './problems/portfolio.ts';
import { samePersonProblems } from './problems/same-person.ts';
import { scoreProblems } from './problems/score.ts';
import { trailProblems } from './problems/trail.ts';
import { tryProblems } from './problems/tries.ts';

/** Every refusal the API can answer with: its HTTP status and what a user reads. One file a feature in `problems/`. */
export const problems = {
  ...commonProblems,
  ...agreementProblems,
  ...accommodationProblems,
  ...cohortProblems,
  ...identityProblems,
  ...samePersonProblems,
  ...entryProblems,
  ...tryProblems,
  ...examProblems,
  ...labProblems,
  ...portfolioProblems,
  ...scoreProblems,
  ...certificationProblems,
  ...messageProblems,
  ...trailProblems,
};
export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem details, with our code and the text in both languages. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  text: LocalizedText,
  /** What the request is called in the logs; said with a fault of ours. */
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
