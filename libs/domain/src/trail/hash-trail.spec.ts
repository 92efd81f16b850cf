import { describe, expect, it } from '@jest/globals';
import { hashDetail, hashFact, hashSeal, type TrailFact } from './hash-trail.ts';

const fact: TrailFact = {
  id: '7',
  at: '2026-11-28T08:00:00.123456Z',
  actorId: null,
  action: 'entry.made',
  subjectKind: 'entry',
  subjectId: 'a',
  entryId: null,
};
const seal = { number: 2, previousHash: 'before', at: fact.at };
const facts = [
  { id: '7', hash: 'a' },
  { id: '9', hash: 'b' },
];

describe('the hash of a row', () => {
  it.each(Object.keys(fact))('changes with %s', (name) => {
    expect(hashFact({ ...fact, [name]: 'another' }, 'd')).not.toBe(hashFact(fact, 'd'));
  });

  it('changes with its detail, and does not tell it: that takes the salt', () => {
    expect(hashFact(fact, hashDetail('salt', { grade: 2 }))).not.toBe(
      hashFact(fact, hashDetail('salt', { grade: 3 })),
    );
    expect(hashDetail('salt', { grade: 2 })).not.toBe(hashDetail('other', { grade: 2 }));
    expect(hashDetail('salt', { a: 1, b: 2 })).toBe(hashDetail('salt', { b: 2, a: 1 }));
  });

  it('takes nothing but what is named, whatever else a row brings', () => {
    expect(hashFact({ ...fact, salt: 'x' } as TrailFact, 'd')).toBe(hashFact(fact, 'd'));
  });
});

describe('the hash of a seal', () => {
  it.each([
    ['its number', hashSeal({ ...seal, number: 3 }, facts)],
    ['its time', hashSeal({ ...seal, at: '2026-11-28T08:00:00.123457Z' }, facts)],
    ['the seal before', hashSeal({ ...seal, previousHash: 'other' }, facts)],
    ['being the first', hashSeal({ ...seal, previousHash: null }, facts)],
    ['a row less', hashSeal(seal, facts.slice(1))],
    ['the order of rows', hashSeal(seal, [...facts].reverse())],
    [
      'hashes that changed places',
      hashSeal(seal, [
        { id: '7', hash: 'b' },
        { id: '9', hash: 'a' },
      ]),
    ],
  ])('changes with %s', (_what, other) => {
    expect(other).not.toBe(hashSeal(seal, facts));
  });
});
