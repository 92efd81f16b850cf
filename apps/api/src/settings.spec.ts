import { describe, expect, it } from '@jest/globals';
import { testVariables } from '../test/harness/test-settings.ts';
import { readSettings, requiresSecondFactor } from './settings.ts';

describe('requiresSecondFactor', () => {
  it.each([
    ['production', undefined, true],
    ['production', 'no', false],
    ['demo', undefined, false],
    ['demo', 'yes', true],
  ])('in %s mode, set to %s: %p', (mode, set, required) => {
    const { REQUIRE_SECOND_FACTOR: _, ...variables } = testVariables('postgres://nobody@127.0.0.1/none');
    const settings = readSettings({
      ...variables,
      ENNEAD_MODE: mode,
      ...(set && { REQUIRE_SECOND_FACTOR: set }),
    });
    expect(requiresSecondFactor(settings)).toBe(required);
  });
});
