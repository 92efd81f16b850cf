import { describe, expect, it } from '@jest/globals';
import type { CredentialState } from '@ennead/contracts';
import { compareGrants } from './compare-grants.ts';
import { credentialStatus } from './credential-status.ts';

const end = '2030-01-01T00:00:00Z';

describe('credentialStatus', () => {
  it.each<[CredentialState, string | null, string, string]>([
    ['issued', end, '2029-12-31T23:59:59.999Z', 'valid'],
    ['issued', end, '2030-01-01T00:00:00Z', 'expired'],
    ['issued', end, '2030-01-01T07:59:59+08:00', 'valid'],
    ['issued', null, '2099-01-01T00:00:00Z', 'valid'],
    ['superseded', end, '2028-01-01T00:00:00Z', 'superseded'],
    ['superseded', end, '2031-01-01T00:00:00Z', 'superseded'],
    ['revoked', end, '2028-01-01T00:00:00Z', 'revoked'],
    ['revoked', null, '2031-01-01T00:00:00Z', 'revoked'],
  ])('%s until %s, at %s: %s', (state, expiresAt, now, expected) => {
    expect(credentialStatus({ state, expiresAt }, now)).toBe(expected);
    const dated = { state, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
    expect(credentialStatus(dated, new Date(now))).toBe(expected);
  });
});

describe('compareGrants', () => {
  it.each<[number | null, number, string]>([
    [null, 1, 'issue'],
    [1, 2, 'supersede'],
    [1, 3, 'supersede'],
    [2, 2, 'record'],
    [3, 1, 'record'],
  ])('%p held, %d granted: %s', (held, granted, effect) => {
    expect(compareGrants(held, granted)).toBe(effect);
  });
});
