import { describe, expect, it } from '@jest/globals';
import { aScheme } from '@ennead/testing/builders';
import { firstRules } from './scheme-rules.ts';
import { Scheme, StoredScheme } from './scheme.ts';

describe('a stored scheme', () => {
  it('without rules has those that held before schemes stated any', () => {
    const { rules: _, ...before } = aScheme();
    expect(StoredScheme.parse(before)).toEqual({ ...before, rules: firstRules });
    expect(Scheme.safeParse(before).success).toBe(false);
  });

  it('with rules keeps them', () => {
    expect(StoredScheme.parse(aScheme())).toEqual(aScheme());
  });
});
