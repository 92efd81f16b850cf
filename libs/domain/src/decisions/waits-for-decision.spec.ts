import { expect, it } from '@jest/globals';
import { EntryState } from '@ennead/contracts';
import { waitsForDecision } from './waits-for-decision.ts';

it('waits for a decision before it, and again once it was reopened', () => {
  expect(EntryState.options.filter(waitsForDecision)).toEqual(['entered', 'reopened']);
});
