import { expect, it } from '@jest/globals';
import { windowState } from './window-state.ts';

const window = { opensAt: new Date('2026-05-01T00:00:00Z'), closesAt: new Date('2026-05-02T00:00:00Z') };

it.each([
  ['2026-04-30T23:59:59Z', 'upcoming'],
  ['2026-05-01T00:00:00Z', 'open'],
  ['2026-05-01T23:59:59Z', 'open'],
  ['2026-05-02T00:00:00Z', 'closed'],
] as const)('at %s the window is %s', (now, state) => {
  expect(windowState(window, new Date(now))).toBe(state);
});
