import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSecrets } from './secrets.ts';

describe('loadSecrets', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'ennead-secrets-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('generates them once, readable by their owner only', async () => {
    const first = await loadSecrets(dataDir);
    expect(await loadSecrets(dataDir)).toEqual(first);
    expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
    expect(new Set(Object.values(first.signingKeys).map(({ kid }) => kid)).size).toBe(3);
  });

  it('adds one that is missing and keeps the others', async () => {
    const file = path.join(dataDir, 'secrets.json');
    const { csrfSecret: gone, ...kept } = await loadSecrets(dataDir);
    await writeFile(file, JSON.stringify(kept));
    const after = await loadSecrets(dataDir);
    expect(after).toMatchObject(kept);
    expect(after.csrfSecret).not.toBe(gone);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(after);
  });

  it('replaces nothing in a file it cannot read', async () => {
    const file = path.join(dataDir, 'secrets.json');
    await writeFile(file, '{"pgSuper');
    await expect(loadSecrets(dataDir)).rejects.toThrow('Restore it from a backup');
    expect(await readFile(file, 'utf8')).toBe('{"pgSuper');
  });
});
