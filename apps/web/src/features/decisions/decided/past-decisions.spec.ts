import { expect, it } from '@jest/globals';
import type { DecisionRecord, DecisionView } from '@ennead/contracts';
import { pastDecisions } from './past-decisions.ts';

const records = ['a', 'b', 'c'].map((id) => ({ id }) as DecisionRecord);
const view = (id: string | null) => (id === null ? null : ({ id } as DecisionView));

it.each([
  ['decided', 'c', null, false, ['a', 'b']],
  ['open, none in effect', null, null, true, ['a', 'b', 'c']],
  ['open again, one in effect', 'b', null, true, ['a', 'b', 'c']],
  ['something is proposed', 'b', 'c', false, ['a', 'b']],
  ['something is proposed in an open case', null, 'c', true, ['a', 'b']],
  ['closed without a decision', null, null, false, ['a', 'b', 'c']],
])('%s', (_, decision, proposal, isOpen, expected) => {
  const past = pastDecisions({
    decision: view(decision),
    proposal: view(proposal),
    isOpen,
    evidence: { decisions: records },
  });
  expect(past.map(({ id }) => id)).toEqual(expected);
});

it('are none where the evidence is withheld', () => {
  expect(pastDecisions({ decision: null, proposal: null, isOpen: false, evidence: null })).toEqual([]);
});
