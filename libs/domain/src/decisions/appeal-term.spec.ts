import { expect, it } from '@jest/globals';
import { appealTerm } from './appeal-term.ts';

const rules = { appealDays: 30, timeZone: 'Asia/Shanghai' };

it.each<[string, string, boolean]>([
  ['2026-11-01T15:59:00.000Z', '2026-12-01T15:59:59.999Z', false],
  // The next day in the zone of the scheme.
  ['2026-11-01T16:00:00.000Z', '2026-12-02T15:59:59.999Z', false],
  ['2026-10-01T08:00:00.000Z', '2026-10-31T15:59:59.999Z', true],
])('what was decided at %s may be appealed against until %s; over by then: %s', (at, until, isOver) => {
  expect(appealTerm(at, rules, new Date('2026-11-28T12:00:00.000Z'))).toEqual({ until, isOver });
});

it('is open on its last day to the end', () => {
  const { until } = appealTerm('2026-11-01T08:00:00.000Z', rules, new Date());
  const isOverAt = (ms: number) => appealTerm('2026-11-01T08:00:00.000Z', rules, new Date(ms)).isOver;
  expect([isOverAt(Date.parse(until)), isOverAt(Date.parse(until) + 1)]).toEqual([false, true]);
});
