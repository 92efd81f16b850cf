import { expect, it } from '@jest/globals';
import { setImmediate as soon } from 'node:timers/promises';
import { Turns } from './turns.ts';

it('lets two at once, in the order in which they came, and goes on after a fault', async () => {
  const turns = new Turns(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((who) =>
    turns.take(async () => {
      began.push(who);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (who === 1) throw new Error('failed');
      return who;
    }),
  );
  const ended = Promise.allSettled(all);
  await soon();
  expect(began).toEqual([0, 1]);
  ends[1]!();
  await soon();
  expect(began).toEqual([0, 1, 2]);
  ends[0]!();
  await soon();
  for (const end of ends) end();
  await soon();
  for (const end of ends) end();
  expect((await ended).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await turns.take(async () => 'free again')).toBe('free again');
});
