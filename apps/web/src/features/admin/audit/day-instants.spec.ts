import { expect, it } from '@jest/globals';
import { dayInstants } from './day-instants.ts';

it('spans the day of the reader, from one midnight to the next', () => {
  const { from, to } = dayInstants('2026-05-01')!;
  expect([new Date(from).getHours(), new Date(to).getHours()]).toEqual([0, 0]);
  expect(new Date(from).getDate()).toBe(1);
  expect(new Date(to).getDate()).toBe(2);
  expect(dayInstants('2026-12-31')!.to).toBe(dayInstants('2027-01-01')!.from);
});

it.each(['', '2026-13-01', '01.05.2026', 'today', '2026-05-01T10:00'])('takes %j for no day', (day) => {
  expect(dayInstants(day)).toBeNull();
});
