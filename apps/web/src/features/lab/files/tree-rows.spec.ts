import { describe, expect, it } from '@jest/globals';
import { moveInTree, parentOf, treeRows } from './tree-rows.ts';

const paths = [
  'ask.py',
  'retrieval/text.py',
  'retrieval/v10.py',
  'retrieval/v9.py',
  'corpus/zh/a.json',
  'README.md',
];
const names = (closed: readonly string[] = []) =>
  treeRows(paths, new Set(closed)).map(({ name, level }) => `${'-'.repeat(level)}${name}`);

describe('treeRows', () => {
  it('puts folders first and sorts by name, with numbers by value', () => {
    expect(names()).toEqual([
      '-corpus',
      '--zh',
      '---a.json',
      '-retrieval',
      '--text.py',
      '--v9.py',
      '--v10.py',
      '-ask.py',
      '-README.md',
    ]);
  });

  it('hides what lies in closed folders', () => {
    expect(names(['corpus', 'retrieval'])).toEqual(['-corpus', '-retrieval', '-ask.py', '-README.md']);
  });

  it('counts positions among siblings', () => {
    const readme = treeRows(paths, new Set()).find(({ path }) => path === 'README.md');
    expect(readme).toMatchObject({ position: 4, siblings: 4, level: 1 });
  });
});

describe('moveInTree', () => {
  const rows = treeRows(paths, new Set(['corpus']));
  it.each([
    ['corpus', 'ArrowDown', { focus: 'retrieval' }],
    ['corpus', 'ArrowUp', null],
    ['corpus', 'ArrowRight', { toggle: 'corpus' }],
    ['corpus', 'ArrowLeft', null],
    ['retrieval', 'ArrowRight', { focus: 'retrieval/text.py' }],
    ['retrieval', 'ArrowLeft', { toggle: 'retrieval' }],
    ['retrieval/v9.py', 'ArrowLeft', { focus: 'retrieval' }],
    ['retrieval/v9.py', 'ArrowRight', null],
    ['ask.py', 'Home', { focus: 'corpus' }],
    ['ask.py', 'End', { focus: 'README.md' }],
    ['README.md', 'ArrowDown', null],
    ['nowhere', 'ArrowDown', null],
    ['ask.py', 'x', null],
  ])('from %s by %s', (from, key, outcome) => {
    expect(moveInTree(rows, from, key)).toEqual(outcome);
  });
});

it('finds the folder of a path', () => {
  expect([parentOf('a/b/c.py'), parentOf('c.py')]).toEqual(['a/b', '']);
});
