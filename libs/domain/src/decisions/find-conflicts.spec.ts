import { describe, expect, it } from '@jest/globals';
import type { ConflictKind } from '@ennead/contracts';
import { findConflicts, type CaseParties } from './find-conflicts.ts';

const parties: CaseParties = {
  candidateId: 'candidate',
  trainerIds: ['trainer', 'second-trainer'],
  reviews: [
    { reviewerId: 'assessor', kind: 'review' },
    { reviewerId: 'second-assessor', kind: 'review' },
    { reviewerId: 'moderator', kind: 'adjudication' },
  ],
};

describe('findConflicts', () => {
  it.each<[string, CaseParties, ConflictKind[]]>([
    ['stranger', parties, []],
    ['candidate', parties, ['candidate']],
    ['trainer', parties, ['trainer']],
    ['second-trainer', parties, ['trainer']],
    ['assessor', parties, ['assessor']],
    ['second-assessor', parties, ['assessor']],
    ['moderator', parties, ['moderator']],
    ['trainer', { ...parties, trainerIds: [], reviews: [] }, []],
    [
      'both',
      { ...parties, trainerIds: ['both'], reviews: [{ reviewerId: 'both', kind: 'review' }] },
      ['trainer', 'assessor'],
    ],
    [
      'often',
      {
        candidateId: 'often',
        trainerIds: ['often', 'often'],
        reviews: [
          { reviewerId: 'often', kind: 'adjudication' },
          { reviewerId: 'often', kind: 'review' },
          { reviewerId: 'often', kind: 'review' },
        ],
      },
      ['candidate', 'trainer', 'assessor', 'moderator'],
    ],
  ])('%s', (certifierId, given, expected) => {
    expect(findConflicts(certifierId, given)).toEqual(expected);
  });
});
