import { describe, expect, it } from '@jest/globals';
import { compareGrants } from './compare-grants.ts';
import type { CredentialFacts } from './describe-credential-state.ts';
import { describeCredentialState } from './describe-credential-state.ts';

const facts: CredentialFacts = {
  state: 'issued',
  effectiveAt: '2027-01-01T00:00:00Z',
  expiresAt: '2030-01-01T00:00:00Z',
  lapsesAt: null,
};
const suspended = { state: 'suspended', lapsesAt: '2028-01-31T00:00:00Z' } as const;
const confirmed = { state: 'suspended', lapsesAt: null } as const;

describe('describeCredentialState', () => {
  it.each<[string, Partial<CredentialFacts>, string, string]>([
    ['issued, a second before it takes effect', {}, '2026-12-31T23:59:59Z', 'not-yet-valid'],
    ['issued, as it takes effect', {}, '2027-01-01T00:00:00Z', 'valid'],
    ['issued, a second before its end', {}, '2029-12-31T23:59:59Z', 'valid'],
    ['issued, at its end', {}, '2030-01-01T00:00:00Z', 'expired'],
    ['issued without end', { expiresAt: null }, '2099-01-01T00:00:00Z', 'valid'],
    ['suspended by one person', suspended, '2028-01-30T23:59:59Z', 'suspended'],
    ['suspended, lapsed', suspended, '2028-01-31T00:00:00Z', 'valid'],
    ['suspended, lapsed, and past its end', suspended, '2030-01-01T00:00:00Z', 'expired'],
    ['suspended and confirmed', confirmed, '2029-12-31T23:59:59Z', 'suspended'],
    ['suspended and confirmed, at its end', confirmed, '2030-01-01T00:00:00Z', 'expired'],
    ['suspended before it takes effect', confirmed, '2026-06-01T00:00:00Z', 'suspended'],
    [
      'suspended and lapsed before it takes effect',
      { ...suspended, lapsesAt: '2026-06-01T00:00:00Z' },
      '2026-07-01T00:00:00Z',
      'not-yet-valid',
    ],
    ['superseded', { state: 'superseded' }, '2028-01-01T00:00:00Z', 'superseded'],
    ['superseded, past its end', { state: 'superseded' }, '2031-01-01T00:00:00Z', 'superseded'],
    ['revoked', { state: 'revoked' }, '2028-01-01T00:00:00Z', 'revoked'],
    ['revoked, past its end', { state: 'revoked' }, '2031-01-01T00:00:00Z', 'revoked'],
    ['revoked before it takes effect', { state: 'revoked' }, '2026-01-01T00:00:00Z', 'revoked'],
  ])('%s', (_, changes, now, expected) => {
    expect(describeCredentialState({ ...facts, ...changes }, now)).toBe(expected);
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
