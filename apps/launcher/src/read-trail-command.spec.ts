import { describe, expect, it } from '@jest/globals';
import { readTrailCommand } from './read-trail-command.ts';

const seal = `12:${'ab'.repeat(32)}`;

describe('what is verified of the trail', () => {
  it('is the chain, and a seal that was kept where one is given', () => {
    expect(readTrailCommand([])).toEqual([]);
    expect(readTrailCommand(['--from', seal])).toEqual(['--from', seal]);
    expect(readTrailCommand([`--from=${seal.toUpperCase()}`])).toEqual(['--from', seal.toUpperCase()]);
  });

  it.each([
    [['--from']],
    [['--from', 'nonsense']],
    [['--from', seal.slice(1, -1)]],
    [['--from', `0:${'ab'.repeat(32)}`]],
    [['--from', seal, 'more']],
    [['help']],
  ])('is said to be unclear of %j before anything is started', (words) => {
    expect(() => readTrailCommand(words)).toThrow('npm run verify-trail -- --from');
  });
});
