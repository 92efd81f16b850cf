import { describe, expect, it } from '@jest/globals';
import type { ComposedResult } from '@ennead/contracts';
import { headlineOf } from './headline-of.ts';

const result = (grade: number | null, composite: number | null = 765_000): ComposedResult => ({
  scheme: { id: 'ennead', version: 1 },
  level: 'junior',
  compositeTenThousandths: composite,
  grade,
  reasons: [],
  contributions: [],
  cuts: [],
  next: null,
});
const decision = (outcome: 'grant' | 'refuse') => ({
  outcome,
  grade: outcome === 'grant' ? 2 : null,
  decidedAt: '2026-01-01T00:00:00Z',
  reason: null,
  certifierName: null,
  experienceMet: null,
});
const credential = (state: 'issued' | 'revoked') => ({
  number: null,
  state,
  issuedAt: '2026-01-01T00:00:00Z',
  revokedAt: null,
  revokedReason: null,
});

describe('headlineOf', () => {
  it.each([
    [
      'nothing decided, a part missing',
      { result: result(null, null), decision: null, credential: null },
      'waiting',
      null,
    ],
    [
      'nothing decided, a grade computed',
      { result: result(2), decision: null, credential: null },
      'computed',
      2,
    ],
    [
      'nothing decided, no grade computed',
      { result: result(null), decision: null, credential: null },
      'computedNone',
      null,
    ],
    [
      'granted',
      { result: result(2), decision: decision('grant'), credential: credential('issued') },
      'granted',
      2,
    ],
    [
      'refused in spite of the scores',
      { result: result(2), decision: decision('refuse'), credential: null },
      'refused',
      null,
    ],
    [
      'revoked',
      { result: result(2), decision: decision('grant'), credential: credential('revoked') },
      'revoked',
      null,
    ],
  ] as const)('%s', (_, facts, key, grade) => {
    expect(headlineOf(facts)).toMatchObject({ key, grade, isSealed: key === 'granted' });
  });
});
