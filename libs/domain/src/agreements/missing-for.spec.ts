import { describe, expect, it } from '@jest/globals';
import { missingFor, type Agreement, type Document } from './missing-for.ts';

const inForce: Document[] = [
  { document: 'privacy', hash: 'p2' },
  { document: 'terms', hash: 't1' },
  { document: 'application', hash: 'a1' },
  { document: 'conduct', hash: 'c1' },
  { document: 'non-disclosure', hash: 'n1' },
];
const accept = (document: Agreement['document'], hash: string, entryId: string | null = null): Agreement => ({
  document,
  hash,
  entryId,
});

describe('what is still to be accepted', () => {
  it.each<[string, ...Parameters<typeof missingFor>, string[]]>([
    ['everything, at first', 'account', null, { inForce, accepted: [] }, ['terms', 'privacy']],
    [
      'what was published anew',
      'account',
      null,
      { inForce, accepted: [accept('terms', 't1'), accept('privacy', 'p1')] },
      ['privacy'],
    ],
    [
      'nothing, once the version in force was accepted',
      'account',
      null,
      { inForce, accepted: [accept('terms', 't1'), accept('privacy', 'p1'), accept('privacy', 'p2')] },
      [],
    ],
    [
      'for an entry what was accepted for another',
      'entry',
      'second',
      {
        inForce,
        accepted: [
          accept('application', 'a1', 'second'),
          accept('conduct', 'c1', 'first'),
          accept('non-disclosure', 'n1', 'second'),
        ],
      },
      ['conduct'],
    ],
    [
      'for an entry what was accepted for none',
      'entry',
      'first',
      { inForce, accepted: [accept('conduct', 'c1'), accept('non-disclosure', 'n1')] },
      ['application', 'conduct', 'non-disclosure'],
    ],
    [
      'nothing that is not published',
      'entry',
      'first',
      { inForce: inForce.slice(3, 4), accepted: [] },
      ['conduct'],
    ],
    [
      'not what another document says by the same body',
      'account',
      null,
      { inForce: [{ document: 'terms', hash: 'x' }], accepted: [accept('privacy', 'x')] },
      ['terms'],
    ],
  ])('%s', (_, purpose, entryId, known, missing) => {
    expect(missingFor(purpose, entryId, known)).toEqual(missing);
  });
});
