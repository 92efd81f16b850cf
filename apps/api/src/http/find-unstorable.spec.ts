import { describe, expect, it } from '@jest/globals';
import { findUnstorable } from './find-unstorable.ts';

const nul = String.fromCharCode(0);
const half = '\ud83d';

describe('findUnstorable', () => {
  it.each([
    ['a whole pair', { reason: '😀 好' }, []],
    ['figures, nothing and bytes', { figure: 1, none: null, bytes: Buffer.from([0]) }, []],
    ['a NUL', { reason: `a${nul}b` }, ['reason']],
    ['half a pair', { reason: half }, ['reason']],
    ['deep in lists', { parts: [{ title: { en: 'fine' } }, { title: { en: nul } }] }, ['parts.1.title.en']],
    ['a key', { title: { [nul]: 'fine' } }, ['title']],
  ])('looks at %s', (_, input, paths) => {
    expect(findUnstorable(input)).toEqual(paths);
  });

  it('does not follow what is nested without end', () => {
    const nested = JSON.parse('['.repeat(120_000) + ']'.repeat(120_000)) as unknown;
    expect(findUnstorable({ csv: nested })).toEqual([`csv${'.0'.repeat(49)}`]);
  });

  it('names a parameter by its own name', () => {
    expect(findUnstorable(nul, 'number')).toEqual(['number']);
  });
});
