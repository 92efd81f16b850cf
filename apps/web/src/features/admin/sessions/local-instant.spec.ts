import { describe, expect, it } from '@jest/globals';
import { proposeWindow, toInstant, toLocal } from './local-instant.ts';

describe('toInstant', () => {
  it('reads local time, whatever the zone is', () => {
    expect(toInstant('2026-05-01T09:30')).toBe(new Date(2026, 4, 1, 9, 30).toISOString());
  });

  it.each(['', '2026-13-01T00:00', 'soon'])('has no instant for %j', (local) => {
    expect(toInstant(local)).toBeNull();
  });
});

it('writes what it reads', () => {
  expect(toLocal(new Date(toInstant('2026-01-02T03:04')!))).toBe('2026-01-02T03:04');
});

it('proposes a week from the next full hour', () => {
  const { opensAt, closesAt } = proposeWindow(new Date(2026, 4, 1, 9, 10).getTime());
  expect([opensAt, closesAt]).toEqual(['2026-05-01T10:00', '2026-05-08T10:00']);
});
