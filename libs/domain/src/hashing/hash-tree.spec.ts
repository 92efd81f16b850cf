import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashBytes } from './hash-content.ts';
import { hashTree, sortTree, type TreeFile } from './hash-tree.ts';

const file = (path: string, more: Partial<TreeFile> = {}): TreeFile => ({
  path,
  sha256: hashBytes(path),
  sizeBytes: 3,
  executable: false,
  ...more,
});
const tree = [file('src/main.py'), file('README'), file('src/a.py'), file('ü'), file('run.sh')];

describe('hashBytes', () => {
  // FIPS 180-2, appendix B.1
  it('is SHA-256 in hexadecimal', () => {
    expect(hashBytes('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashBytes(Buffer.from('abc'))).toBe(hashBytes('abc'));
  });
});

describe('sortTree', () => {
  it('orders by the code units of paths, and keeps what belongs to a file only', () => {
    const more = tree.map((one) => ({ ...one, bytes: 'not of the tree' }));
    expect(sortTree(more)).toEqual([
      file('README'),
      file('run.sh'),
      file('src/a.py'),
      file('src/main.py'),
      file('ü'),
    ]);
  });

  it('leaves what it was given as it was', () => {
    const given = Object.freeze([...tree]);
    expect(() => sortTree(given)).not.toThrow();
    expect(given).toEqual(tree);
  });
});

describe('hashTree', () => {
  it('is what it was when the first snapshots were taken', () => {
    expect(hashTree([])).toBe(hashBytes('[]'));
    expect(hashTree([file('a', { sha256: '0'.repeat(64), executable: true })])).toBe(
      hashBytes(`[{"executable":true,"path":"a","sha256":"${'0'.repeat(64)}","sizeBytes":3}]`),
    );
  });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(tree, { minLength: tree.length }), (shuffled) => {
        expect(hashTree(shuffled)).toBe(hashTree(tree));
      }),
    );
  });

  it.each<[string, Partial<TreeFile>]>([
    ['a path', { path: 'README.md' }],
    ['a content', { sha256: hashBytes('other') }],
    ['a size', { sizeBytes: 4 }],
    ['an executable bit', { executable: true }],
  ])('is another for %s', (_, change) => {
    const [first, ...others] = tree;
    expect(hashTree([{ ...first!, ...change }, ...others])).not.toBe(hashTree(tree));
  });
});
