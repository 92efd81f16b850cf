import { expect, it } from '@jest/globals';
import { findPartFaults, type StoredParts } from './find-part-faults.ts';

const partId = '0a1b2c3d-0000-4000-8000-00000000000a';
const score = { partId, scoreCents: 7000, recomputedCents: 7000 };
const verdict = {
  scoreCents: 7000,
  recomputedCents: 7000,
  treeIsHandedIn: true,
  signature: 'verified',
} as const;
const exam = (changes: object = {}): Partial<StoredParts> => ({ exams: [{ ...score, ...changes }] });
const lab = (changes: object = {}): Partial<StoredParts> => ({
  labs: [{ ...score, verdict: { ...verdict, ...changes } }],
});
const portfolio = (changes: object = {}): Partial<StoredParts> => ({
  portfolios: [{ ...score, manifestIntact: true, ...changes }],
});

it.each<[string, Partial<StoredParts>, readonly string[]]>([
  ['nothing at all', {}, []],
  ['everything as it was stored', { ...exam(), ...lab(), ...portfolio() }, []],
  ['an exam whose answers come to less', exam({ recomputedCents: 6900 }), ['knowledge score']],
  ['an exam whose answers come to nothing', exam({ recomputedCents: null }), ['knowledge score']],
  ['an exam that is not scored yet', exam({ scoreCents: null, recomputedCents: null }), []],
  ['a verdict whose checks come to another sum', lab({ recomputedCents: 6900 }), ['skills verdict-sum']],
  ['a verdict on other files', lab({ treeIsHandedIn: false }), ['skills other-tree']],
  ['a verdict that was changed', lab({ signature: 'broken' }), ['skills signature']],
  ['a verdict that nobody signed', lab({ signature: 'unknown-key' }), ['skills signature']],
  ['a score without a verdict', { labs: [{ ...score, verdict: null }] }, ['skills no-verdict']],
  [
    'lab work that waits for its verdict',
    { labs: [{ partId, scoreCents: null, recomputedCents: null, verdict: null }] },
    [],
  ],
  [
    'a verdict with everything wrong',
    {
      labs: [
        {
          ...score,
          recomputedCents: 0,
          verdict: { scoreCents: 7000, recomputedCents: 0, treeIsHandedIn: false, signature: 'broken' },
        },
      ],
    },
    ['skills score', 'skills verdict-sum', 'skills other-tree', 'skills signature'],
  ],
  ['a manifest that was changed', portfolio({ manifestIntact: false }), ['practice manifest']],
  ['a manifest that is not there', portfolio({ manifestIntact: null }), ['practice manifest']],
  ['marks that come to more', portfolio({ recomputedCents: 7100 }), ['practice score']],
])('%s', (_, parts, faults) => {
  const found = findPartFaults({ exams: [], labs: [], portfolios: [], ...parts });
  expect(found.map(({ dimension, because }) => `${dimension} ${because}`)).toEqual(faults);
  expect(found.every((fault) => fault.partId === partId)).toBe(true);
});
