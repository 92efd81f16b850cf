import { describe, expect, it } from '@jest/globals';
import type { KeyPurpose, PublicKey } from '@ennead/contracts/internal';
import { canonicalJson } from '@ennead/domain';
import { createPublicKey, verify as verifyRaw } from 'node:crypto';
import fc from 'fast-check';
import { makeKey, publicHalf } from './make-key.ts';
import { sign } from './sign.ts';
import { verify, type FindKey } from './verify.ts';

const data = {
  scoreCents: 7_000,
  checks: [{ id: 'first', passed: true }],
  gradedAt: '2026-11-27T03:00:00.000Z',
};

/** Keys that are known, each for one purpose. */
const knowing =
  (...known: readonly (readonly [KeyPurpose, PublicKey])[]): FindKey =>
  async (purpose, kid) =>
    known.find(([of, key]) => of === purpose && key.kid === kid)?.[1] ?? null;

const encode = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
const withHeader = (signature: string, change: object): string => {
  const [head, , tail] = signature.split('.') as [string, string, string];
  return `${encode({ ...JSON.parse(Buffer.from(head, 'base64url').toString()), ...change })}..${tail}`;
};

describe('a signature', () => {
  it('stands over the data, however they were laid out', async () => {
    const key = await makeKey();
    const signature = await sign('verdict', data, key);
    const turned = { gradedAt: data.gradedAt, checks: data.checks, scoreCents: data.scoreCents };
    expect(await verify('verdict', turned, signature, knowing(['verdict', publicHalf(key)]))).toBe(
      'verified',
    );
  });

  it('is what RFC 7515 says: Ed25519 over header and payload', async () => {
    const key = await makeKey();
    const [head, middle, tail] = (await sign('verdict', data, key)).split('.') as [string, string, string];
    expect(middle).toBe('');
    const payload = Buffer.from(canonicalJson(data)).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
    const isRight = verifyRaw(
      null,
      Buffer.from(`${head}.${payload}`),
      publicKey,
      Buffer.from(tail, 'base64url'),
    );
    expect(isRight).toBe(true);
  });

  it('stands over no other data', async () => {
    const key = await makeKey();
    const known = knowing(['verdict', publicHalf(key)]);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (one, other) => {
        const signature = await sign('verdict', one, key);
        const isSame = canonicalJson(one) === canonicalJson(other);
        expect(await verify('verdict', other, signature, known)).toBe(isSame ? 'verified' : 'broken');
      }),
      { numRuns: 50 },
    );
  });

  it('serves the purpose it was made for and no other, whichever keys are known', async () => {
    const key = await makeKey();
    const known = knowing(['verdict', publicHalf(key)], ['receipt', publicHalf(key)]);
    const signature = await sign('verdict', data, key);
    expect(await verify('receipt', data, signature, known)).toBe('broken');
    expect(await verify('receipt', data, withHeader(signature, { typ: 'ennead-receipt+jws' }), known)).toBe(
      'broken',
    );
    expect(await verify('verdict', data, signature, knowing(['receipt', publicHalf(key)]))).toBe(
      'unknown-key',
    );
  });

  it('of a key that is not known, or of none, is not verified', async () => {
    const [key, other] = [await makeKey(), await makeKey()];
    const signature = await sign('verdict', data, key);
    const known = knowing(['verdict', publicHalf(other)]);
    expect(await verify('verdict', data, signature, known)).toBe('unknown-key');
    expect(await verify('verdict', data, withHeader(signature, { kid: undefined }), known)).toBe(
      'unknown-key',
    );
    expect(await verify('verdict', data, withHeader(signature, { kid: other.kid }), known)).toBe('broken');
  });

  it('is nothing with anything put into it', async () => {
    const key = await makeKey();
    const known = knowing(['verdict', publicHalf(key)]);
    const signature = await sign('verdict', data, key);
    const payload = Buffer.from(canonicalJson(data)).toString('base64url');
    for (const other of [signature.replace('..', `.${payload}.`), `${signature}.more`, ` ${signature}`])
      expect(await verify('verdict', data, other, known)).toBe('broken');
  });

  it.each([
    ['nothing', ''],
    ['base64 as it was before', 'bm8gc2lnbmF0dXJl'],
    ['a header that is no JSON', 'bm8..bm8'],
    ['no algorithm', `${encode({ alg: 'none', typ: 'ennead-verdict+jws', kid: 'KID' })}..bm8`],
    ['a shared secret', `${encode({ alg: 'HS256', typ: 'ennead-verdict+jws', kid: 'KID' })}..bm8`],
    ['a whole token', `${encode({ alg: 'Ed25519', typ: 'ennead-verdict+jws', kid: 'KID' })}.e30.bm8`],
    [
      'a critical extension',
      `${encode({ alg: 'Ed25519', typ: 'ennead-verdict+jws', kid: 'KID', crit: ['b64'], b64: false })}..bm8`,
    ],
  ])('is broken where it is %s', async (_what, signature) => {
    const key = { ...publicHalf(await makeKey()), kid: 'KID' };
    expect(await verify('verdict', data, signature, async () => key)).toBe('broken');
  });
});

it('a key on record that is none is a fault, not a verdict on the signature', async () => {
  const key = await makeKey();
  const signature = await sign('verdict', data, key);
  const spoilt = { ...publicHalf(key), x: 'AA' };
  await expect(verify('verdict', data, signature, async () => spoilt)).rejects.toThrow();
});

describe('a key', () => {
  it('is named by its thumbprint', async () => {
    const key = await makeKey();
    expect(key.kid).toMatch(/^[\w-]{43}$/);
    expect((await makeKey()).kid).not.toBe(key.kid);
    expect(Object.keys(publicHalf(key)).sort()).toEqual(['crv', 'kid', 'kty', 'x']);
  });
});
