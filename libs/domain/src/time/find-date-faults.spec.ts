import { describe, expect, it } from '@jest/globals';
import { partLimits } from '@ennead/contracts';
import { findDateFaults } from './find-date-faults.ts';

const at = (day: number) => new Date(Date.UTC(2027, 2, day));
const later = (date: Date, ms: number) => new Date(date.getTime() + ms);
const session = { opensAt: at(10), closesAt: at(20) };

describe('dates of parts beside those of their session', () => {
  it.each<[string, Date | null, Date | null, Date, boolean]>([
    ['none of its own', null, at(15), at(1), true],
    ['within the session', at(15), null, at(1), true],
    ['at the opening', at(10), null, at(1), false],
    ['a year after the end', later(at(20), partLimits.closesAfterMs), null, at(1), true],
    ['a moment later than that', later(at(20), partLimits.closesAfterMs + 1), null, at(1), false],
    ['moved to a time that has passed', at(12), at(15), at(13), false],
    ['at this very moment', at(13), at(15), at(13), false],
    ['closed already and left as it is', at(12), at(12), at(13), true],
  ])('%s', (_, own, earlier, now, fits) => {
    const faults = findDateFaults(
      { ...session, parts: [{ id: 'one', closesAt: own }] },
      [{ id: 'one', closesAt: earlier }],
      now,
    );
    expect(faults).toEqual(fits ? [] : ['one']);
  });
});
