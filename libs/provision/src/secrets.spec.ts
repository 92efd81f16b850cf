import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeKey } from '@ennead/signing';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSecrets, replaceSigningKey, readVerifyingKeys } from './secrets.ts';

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

  it('gives keys to a file from before that has none, and keeps what it has', async () => {
    const file = path.join(dataDir, 'secrets.json');
    const { signingKeys: _none, ...others } = await loadSecrets(dataDir);
    const before = { ...others, verdictSigningKey: 'a key as it was before' };
    await writeFile(file, JSON.stringify(before));
    const after = await loadSecrets(dataDir);
    expect(after).toMatchObject(before);
    expect(Object.keys(after.signingKeys).sort()).toEqual(['credential', 'receipt', 'verdict']);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(after);
    expect(await loadSecrets(dataDir)).toEqual(after);
  });

  it('keeps one that it adds beside one that nothing reads any more', async () => {
    const file = path.join(dataDir, 'secrets.json');
    const { contentSecret: _gone, ...kept } = await loadSecrets(dataDir);
    await writeFile(file, JSON.stringify({ ...kept, verdictSigningKey: 'a key as it was before' }));
    const { contentSecret } = await loadSecrets(dataDir);
    expect((await loadSecrets(dataDir)).contentSecret).toBe(contentSecret);
  });

  it('adds the key of a purpose that is new and keeps those of the others', async () => {
    const file = path.join(dataDir, 'secrets.json');
    const { signingKeys, ...others } = await loadSecrets(dataDir);
    const { credential: gone, ...known } = signingKeys;
    await writeFile(file, JSON.stringify({ ...others, signingKeys: known }));
    const after = await loadSecrets(dataDir);
    expect(after).toMatchObject({ ...others, signingKeys: known });
    expect(after.signingKeys.credential.kid).not.toBe(gone.kid);
    expect(await loadSecrets(dataDir)).toEqual(after);
  });

  it('replaces one key and nothing else, for its owner only', async () => {
    const before = await loadSecrets(dataDir);
    const key = await makeKey();
    await replaceSigningKey(dataDir, 'verdict', key);
    expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await loadSecrets(dataDir)).toEqual({
      ...before,
      signingKeys: { ...before.signingKeys, verdict: key },
    });
  });

  it.each([
    ['nonsense', '"nonsense"'],
    ['half a key', '{ "kty": "OKP" }'],
  ])('names a signing key that is %s, and neither shows nor replaces it', async (_what, key) => {
    const file = path.join(dataDir, 'secrets.json');
    await writeFile(file, `{ "signingKeys": { "verdict": ${key} } }`);
    for (const read of [loadSecrets, readVerifyingKeys])
      await expect(read(dataDir)).rejects.toThrow(`${file}: signingKeys.verdict is not a key. Restore`);
    expect(await readFile(file, 'utf8')).toContain(key);
  });

  it('makes nothing where keys are only looked at', async () => {
    await expect(readVerifyingKeys(path.join(dataDir, 'mistyped'))).rejects.toThrow(
      'No Ennead has been started',
    );
    await expect(stat(path.join(dataDir, 'mistyped'))).rejects.toThrow('ENOENT');
    const { signingKeys } = await loadSecrets(dataDir);
    const kids = (await readVerifyingKeys(dataDir)).map(({ purpose, key }) => [purpose, key.kid]);
    expect(Object.fromEntries(kids)).toEqual({
      verdict: signingKeys.verdict.kid,
      receipt: signingKeys.receipt.kid,
      credential: signingKeys.credential.kid,
    });
  });

  it('replaces nothing in a file it cannot read', async () => {
    const file = path.join(dataDir, 'secrets.json');
    await writeFile(file, '{"pgSuper');
    await expect(loadSecrets(dataDir)).rejects.toThrow('Restore it from a backup');
    expect(await readFile(file, 'utf8')).toBe('{"pgSuper');
  });
});
