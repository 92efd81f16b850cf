import { expect, it } from '@jest/globals';
import type { DecisionView } from '@ennead/contracts';
import { withdrawalReach } from './withdrawal-reach.ts';

it.each([
  ['a certificate that holds', 'issued', 'certificate'],
  ['one that a better one has superseded, which stays so', 'superseded', 'record'],
  ['none: the grade is on record only', null, 'record'],
] as const)('%s', (_, state, reach) => {
  const decision = { credential: state && { state } } as DecisionView;
  expect(withdrawalReach({ decision })).toBe(reach);
});
