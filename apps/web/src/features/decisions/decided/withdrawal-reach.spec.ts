import { expect, it } from '@jest/globals';
import type { DecisionView } from '@ennead/contracts';
import { withdrawalReach } from './withdrawal-reach.ts';

it.each([
  ['a certificate that holds', 'valid', 'certificate'],
  [
    'one whose time is over: it is given out still, and the public reads why it is taken back',
    'expired',
    'certificate',
  ],
  ['one that a better one has superseded, which stays so', 'superseded', 'record'],
  ['none: the grade is on record only', null, 'record'],
] as const)('%s', (_, status, reach) => {
  const decision = { credential: status && { status } } as DecisionView;
  expect(withdrawalReach({ decision })).toBe(reach);
});
