import { describe, expect, it } from '@jest/globals';
import type { AssignedScript } from '@ennead/contracts';
import { orderScripts, readShown } from './order-scripts.ts';

const script = (code: string, day: number, more: Partial<AssignedScript> = {}) =>
  ({
    code,
    kind: 'review',
    problem: null,
    isOverdue: false,
    assignedAt: `2026-03-0${day}T08:00:00.000Z`,
    ...more,
  }) as AssignedScript;

const problem = { id: 'p' } as AssignedScript['problem'];
const all = [
  script('new', 9),
  script('old', 5, { kind: 'adjudication' }),
  script('late', 2, { isOverdue: true }),
  script('later', 1, { isOverdue: true, kind: 'adjudication' }),
  script('asked', 8, { problem }),
  script('asked-late', 3, { problem, isOverdue: true }),
];
const codes = (shown: Parameters<typeof orderScripts>[1]) => orderScripts(all, shown).map(({ code }) => code);

describe('scripts that are being marked', () => {
  it.each([
    [null, ['asked-late', 'asked', 'later', 'late', 'old', 'new']],
    ['problem', ['asked-late', 'asked']],
    ['overdue', ['asked-late', 'later', 'late']],
    ['review', ['asked-late', 'asked', 'late', 'new']],
    ['adjudication', ['later', 'old']],
  ] as const)('of %j, in the order in which somebody has to look', (shown, expected) => {
    expect(codes(shown)).toEqual(expected);
  });

  it('leaves the list that was given as it was', () => {
    const before = [...all];
    orderScripts(all, null);
    expect(all).toEqual(before);
  });
});

it.each([
  ['overdue', 'overdue'],
  ['', null],
  ['anything', null],
  [null, null],
] as const)('reads %j as %j', (text, shown) => {
  expect(readShown(text)).toBe(shown);
});
