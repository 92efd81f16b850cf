import type { AppealTerm, SchemeRules } from '@ennead/contracts';
import { addInZone, endOfDay } from '../time/zoned-calendar.ts';

/**
 * How long whoever a decision is about may appeal: to the end of the last day in the scheme's zone.
 *
 * @param decidedAt ISO 8601
 * @throws RangeError for anything but an instant and an IANA zone
 */
export const appealTerm = (
  decidedAt: string,
  { appealDays, timeZone }: Pick<SchemeRules, 'appealDays' | 'timeZone'>,
  now: Date,
): AppealTerm => {
  const until = endOfDay(addInZone(decidedAt, { days: appealDays }, timeZone), timeZone);
  return { until, isOver: now.getTime() > Date.parse(until) };
};
