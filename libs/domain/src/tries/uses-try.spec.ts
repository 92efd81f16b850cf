import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry.ts';
import { usedAt, usesTry } from './uses-try.ts';

const entry: Entry = {
  number: 1,
  cause: 'first',
  state: 'entered',
  firstSatAt: null,
  sessionClosesAt: '2026-03-08T10:00:00Z',
  decision: null,
};
const sat = { firstSatAt: '2026-03-01T02:00:00Z' };

describe('usesTry', () => {
  it.each<[string, Partial<Entry>, string, boolean]>([
    ['before it began', {}, '2026-03-01T02:00:00Z', false],
    ['as it begins', sat, '2026-03-01T02:00:00Z', true],
    ['begun and not over', sat, '2026-03-02T00:00:00Z', true],
    ['a second before its session ends, not begun', {}, '2026-03-08T09:59:59Z', false],
    ['its session over, not begun', {}, '2026-03-08T10:00:00Z', true],
    ['decided', { ...sat, state: 'decided' }, '2026-04-01T00:00:00Z', true],
    ['an absence, set down', { state: 'missed' }, '2026-04-01T00:00:00Z', true],
    ['reopened', { ...sat, state: 'reopened' }, '2026-04-01T00:00:00Z', true],
    ['excused', { state: 'excused' }, '2026-04-01T00:00:00Z', false],
    ['replaced after it began', { ...sat, state: 'replaced' }, '2026-04-01T00:00:00Z', false],
    ['a retake', { ...sat, cause: 'retake' }, '2026-04-01T00:00:00Z', true],
    ['for a higher grade', { ...sat, cause: 'higher' }, '2026-04-01T00:00:00Z', true],
    ['a free sitting', { ...sat, cause: 'free-sitting' }, '2026-04-01T00:00:00Z', false],
    ['an absence from a free sitting', { cause: 'free-sitting' }, '2026-04-01T00:00:00Z', false],
    ['a mock exam', { ...sat, cause: 'mock' }, '2026-04-01T00:00:00Z', false],
  ])('%s', (_, overrides, now, expected) => {
    expect(usesTry({ ...entry, ...overrides }, now)).toBe(expected);
  });
});

describe('usedAt', () => {
  it.each<[string, Partial<Entry>, string | null]>([
    ['the first sitting', sat, '2026-03-01T02:00:00Z'],
    ['for an absence the end of the session', {}, '2026-03-08T10:00:00Z'],
    ['nothing where no try is used', { ...sat, cause: 'mock' }, null],
  ])('is %s', (_, overrides, expected) => {
    expect(usedAt({ ...entry, ...overrides })).toBe(expected);
  });
});
