import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const document = readFileSync(join(root, 'docs/two-ways.md'), 'utf8');

type Stretch = { readonly words: string; readonly files: readonly string[] };

/** A line names a folder and files in it; lines under a paragraph that counts files belong to it. */
const stretches: Stretch[] = [];
for (const line of document.split('\n')) {
  if (/\d+ files/.test(line)) stretches.push({ words: line, files: [] });
  const [, folder, names] = /^- [^`]*`([^`]+\/)`: (.+)$/.exec(line) ?? [];
  if (!folder || !names) continue;
  const files = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => folder + name);
  const last = stretches.pop()!;
  stretches.push({ ...last, files: [...last.files, ...files] });
}

it('is read as it is written', () => {
  expect(stretches.length).toBeGreaterThan(7);
});

describe.each(stretches)('$words', ({ words, files }) => {
  it('names files that are there', () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('counts them', () => {
    expect(`${new Set(files).size} files`).toBe(/\d+ files/.exec(words)![0]);
  });
});

it('names specs that are there', () => {
  const specs = [...document.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, file]) => file!);
  expect(specs.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
