import { describe, expect, it } from '@jest/globals';
import type { ComposedResult, EntryResultView } from '@ennead/contracts';
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
const decision = (outcome: 'grant' | 'refuse' | 'withdraw') => ({
  outcome,
  grade: outcome === 'grant' ? 2 : null,
  withdrawnGrade: outcome === 'withdraw' ? 2 : null,
  decidedAt: '2026-01-01T00:00:00Z',
  appeal: { until: '2026-12-01T15:59:59.999Z', isOver: false },
  reason: null,
  certifierName: null,
  confirmedBy: null,
  experienceMet: null,
});

const entered = { state: 'entered', cause: 'first', decision: null, credential: null } as const;
const credential = {} as EntryResultView['credential'];

describe('headlineOf', () => {
  it.each([
    ['nothing decided, a part missing', { ...entered, result: result(null, null) }, 'waiting', null],
    ['nothing decided, a grade computed', { ...entered, result: result(2) }, 'computed', 2],
    ['nothing decided, no grade computed', { ...entered, result: result(null) }, 'computedNone', null],
    ['granted', { ...entered, result: result(2), decision: decision('grant') }, 'granted', 2],
    [
      'refused in spite of the scores',
      { ...entered, result: result(2), decision: decision('refuse') },
      'refused',
      null,
    ],
    [
      'withdrawn',
      { ...entered, credential, result: result(2), decision: decision('withdraw') },
      'withdrawn',
      null,
    ],
    [
      'withdrawn, of which no certificate had come',
      { ...entered, result: result(2), decision: decision('withdraw') },
      'withdrawnRecord',
      null,
    ],
    [
      'withdrawn, and to be decided again',
      { ...entered, credential, state: 'reopened', result: result(1), decision: decision('withdraw') },
      'withdrawn',
      null,
    ],
    ['excused', { ...entered, state: 'excused', result: result(null, null) }, 'ended', null],
    ['a mock', { ...entered, cause: 'mock', result: result(2) }, 'mock', null],
  ] as const)('%s', (_, facts, key, grade) => {
    expect(headlineOf(facts)).toMatchObject({ key, grade, isSealed: key === 'granted' });
  });
});
