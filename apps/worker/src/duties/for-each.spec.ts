import { expect, it } from '@jest/globals';
import { forEach } from './for-each.ts';

it('counts what was done, in the order given', async () => {
  const seen: string[] = [];
  const done = await forEach(['a', 'b', 'c'], async (id) => {
    seen.push(id);
    return id !== 'b';
  });
  expect([seen, done]).toEqual([['a', 'b', 'c'], 2]);
});

it('goes on after a failure, and says in the end what failed', async () => {
  const seen: string[] = [];
  const doing = forEach(['a', 'b', 'c'], async (id) => {
    seen.push(id);
    if (id !== 'c') throw new Error(`no ${id}`);
    return true;
  });
  await expect(doing).rejects.toThrow('2 of 3 failed, the first on a: no a');
  expect(seen).toEqual(['a', 'b', 'c']);
});
