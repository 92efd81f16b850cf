import type { ExtraTime } from '@ennead/contracts';

/** A part that has a duration, with what accommodations have granted there so far. */
export type TimedPart = {
  readonly id: string;
  readonly durationSec: number;
  readonly grantedSec: number;
};

/** More time at one part, or at all of them where it is the same. */
export type PlannedGrant = { readonly sessionPartId: string | null; readonly seconds: number };

/**
 * What has to be added to what was granted, so that each part has the time that was approved for it. A share of a part is rounded up
 * to whole seconds, for nobody gets less than was said.
 *
 * @returns null where more was granted somewhere than is approved now: time is not taken back
 */
export const planGrants = (
  extra: ExtraTime | null,
  parts: readonly TimedPart[],
): readonly PlannedGrant[] | null => {
  const planned = parts.map(({ id, durationSec, grantedSec }) => ({
    sessionPartId: id,
    seconds: secondsOf(extra, durationSec) - grantedSec,
  }));
  if (planned.some(({ seconds }) => seconds < 0)) return null;
  const [first, ...others] = planned;
  if (extra?.by === 'minutes' && first && first.seconds > 0 && others.every(isAsLongAs(first)))
    return [{ sessionPartId: null, seconds: first.seconds }];
  return planned.filter(({ seconds }) => seconds > 0);
};

const isAsLongAs =
  ({ seconds }: PlannedGrant) =>
  (other: PlannedGrant) =>
    other.seconds === seconds;

const secondsOf = (extra: ExtraTime | null, durationSec: number): number => {
  if (!extra) return 0;
  return extra.by === 'minutes' ? extra.minutes * 60 : Math.ceil((durationSec * extra.percent) / 100);
};
