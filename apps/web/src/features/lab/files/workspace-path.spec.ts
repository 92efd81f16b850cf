import { WorkspacePath } from '@ennead/contracts';
import { expect, it } from '@jest/globals';
import { isWorkspacePath } from './workspace-path.ts';

it.each([
  ['a.py', true],
  ['docs/笔记.md', true],
  ['.env', true],
  ['', false],
  ['/etc/passwd', false],
  ['a//b', false],
  ['a/', false],
  ['../a', false],
  ['a/./b', false],
  ['a\\b', false],
  ['a\nb', false],
  ['x'.repeat(200), true],
  ['x'.repeat(201), false],
])('%j: %s, as the server says', (path, valid) => {
  expect(isWorkspacePath(path)).toBe(valid);
  expect(WorkspacePath.safeParse(path).success).toBe(valid);
});
