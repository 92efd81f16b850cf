import { describe, expect, it } from '@jest/globals';
import { aScheme } from '@ennead/testing/builders';
import { schemeInForce } from './scheme-in-force.ts';

const schemes = [
  aScheme({ version: 2, effectiveFrom: '2026-11-01' }),
  aScheme({ version: 1, effectiveFrom: '2026-01-01' }),
  aScheme({ version: 3, effectiveFrom: '2027-06-01' }),
];

describe('schemeInForce', () => {
  it.each([
    ['before the first', '2025-12-31T15:59:59Z', undefined],
    ['as 2026 begins in Shanghai', '2025-12-31T16:00:00Z', 1],
    ['a second before November in Shanghai', '2026-10-31T15:59:59Z', 1],
    ['as November begins in Shanghai', '2026-10-31T16:00:00Z', 2],
    ['while a later one is announced', '2027-05-01T00:00:00Z', 2],
    ['once the last has begun', '2027-06-01T00:00:00Z', 3],
  ])('%s', (_, now, version) => {
    expect(schemeInForce(schemes, new Date(now))?.version).toBe(version);
  });
});
