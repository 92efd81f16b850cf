import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const module_ = join(import.meta.dirname, 'write-line.ts');
const code = `
  import { writeLine } from ${JSON.stringify(module_)};
  for (let number = 0; number < 3; number += 1) writeLine('stdout', 'line ' + number);
  process.exitCode = 7;`;
const run = (stdout: number) => {
  const words = ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', code];
  return spawnSync(process.execPath, words, { stdio: ['ignore', stdout, 'pipe'] });
};

it('writes line by line into a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ennead-lines-'));
  const file = openSync(join(folder, 'a.log'), 'a');
  try {
    expect(run(file).status).toBe(7);
    expect(readFileSync(join(folder, 'a.log'), 'utf8')).toBe('line 0\nline 1\nline 2\n');
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
});

it('goes on where a line cannot be written', () => {
  // Open to be read alone: every write fails, as on a full disk.
  const folder = mkdtempSync(join(tmpdir(), 'ennead-lines-'));
  writeFileSync(join(folder, 'a.log'), '');
  const file = openSync(join(folder, 'a.log'), 'r');
  try {
    expect(run(file).status).toBe(7);
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
});
