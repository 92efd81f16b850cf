import { expect, it } from '@jest/globals';
import type { DecisionObstacles } from '@ennead/contracts';
import { findObstacles, type Decidable } from './find-obstacles.ts';

/** A case of which everything is sound and scored, and nothing stands. */
const sound: Decidable = {
  result: { compositeTenThousandths: 800_000, grade: 2 },
  hasQuestionedMarks: false,
  hasFaults: false,
  uponWithdrawn: [],
  mayStillScore: false,
  standing: null,
};
const incomplete = { compositeTenThousandths: null, grade: null };
const gradeless = { compositeTenThousandths: 410_000, grade: null };
const granted = (grade: number) => ({ outcome: 'grant', grade }) as const;
const refused = { outcome: 'refuse', grade: null } as const;
const withdrawn = { outcome: 'withdraw', grade: null } as const;

it.each<[string, Partial<Decidable>, DecisionObstacles['grant'], DecisionObstacles['refuse']]>([
  ['scored and sound', {}, null, null],
  ['scored, while another part could still bring more', { mayStillScore: true }, null, 'DECISION_INCOMPLETE'],
  ['under way', { result: incomplete, mayStillScore: true }, 'DECISION_INCOMPLETE', 'DECISION_INCOMPLETE'],
  ['without a part for good', { result: incomplete }, 'DECISION_INCOMPLETE', null],
  ['below every grade', { result: gradeless }, 'DECISION_NO_GRADE', null],
  ['with marks in question', { hasQuestionedMarks: true }, 'MARKS_QUESTIONED', 'MARKS_QUESTIONED'],
  ['with broken evidence', { hasFaults: true }, 'EVIDENCE_BROKEN', null],
  ['upon scores of a try whose grade is withdrawn', { uponWithdrawn: [1] }, 'DECISION_UPON_WITHDRAWN', null],
  ['opened again under the same grade', { standing: granted(2) }, null, 'DECISION_WOULD_LOWER'],
  ['opened again under a lower grade', { standing: granted(1) }, null, 'DECISION_WOULD_LOWER'],
  [
    'opened again under a higher grade',
    { standing: granted(3) },
    'DECISION_WOULD_LOWER',
    'DECISION_WOULD_LOWER',
  ],
  ['opened again under a refusal', { standing: refused }, null, null],
  ['opened again after a withdrawal', { standing: withdrawn }, null, null],
  // Whether marks stand comes before what they come to.
  [
    'under way with marks in question',
    { hasQuestionedMarks: true, result: incomplete, mayStillScore: true },
    'MARKS_QUESTIONED',
    'MARKS_QUESTIONED',
  ],
  // What is missing comes before what is wrong, and both before what would be lowered.
  ['incomplete and broken', { result: incomplete, hasFaults: true }, 'DECISION_INCOMPLETE', null],
  ['gradeless and broken', { result: gradeless, hasFaults: true }, 'DECISION_NO_GRADE', null],
  [
    'broken under a higher grade',
    { hasFaults: true, standing: granted(3) },
    'EVIDENCE_BROKEN',
    'DECISION_WOULD_LOWER',
  ],
  [
    'under way under a grant',
    { result: incomplete, mayStillScore: true, standing: granted(1) },
    'DECISION_INCOMPLETE',
    'DECISION_INCOMPLETE',
  ],
])('a case %s', (_, changes, grant, refuse) => {
  expect(findObstacles({ ...sound, ...changes })).toEqual({ grant, refuse });
});
