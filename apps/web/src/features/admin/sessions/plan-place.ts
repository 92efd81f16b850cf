import { isLine, venueLimits } from '@ennead/contracts';

/** Where a session is held as it stands in the form; a hall a line. */
export interface PlacePlan {
  readonly venue: string;
  readonly halls: string;
}

export const planPlace = ({
  venue,
  halls,
}: {
  readonly venue: string | null;
  readonly halls: readonly string[];
}): PlacePlan => ({ venue: venue ?? '', halls: halls.join('\n') });

const hallsOf = ({ halls }: PlacePlan): string[] =>
  halls
    .split('\n')
    .map((hall) => hall.trim())
    .filter(Boolean);

export const isVenueFit = ({ venue }: PlacePlan): boolean =>
  venue.trim() === '' || (isLine(venue) && [...venue.trim()].length <= venueLimits.venue);

export function areHallsFit(plan: PlacePlan): boolean {
  const halls = hallsOf(plan);
  return (
    halls.length <= venueLimits.halls &&
    new Set(halls).size === halls.length &&
    halls.every((hall) => isLine(hall) && [...hall].length <= venueLimits.hall)
  );
}

/** What is sent; null while it is not fit to be. */
export const toPlace = (plan: PlacePlan): { venue: string | null; halls: string[] } | null =>
  isVenueFit(plan) && areHallsFit(plan) ? { venue: plan.venue.trim() || null, halls: hallsOf(plan) } : null;
