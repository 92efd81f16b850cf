import type { AccommodationView, MeasuredAccommodation, QueuedAccommodation } from '@ennead/contracts';
import type { FoundAccommodation } from './find-accommodations.ts';

const dayMs = 86_400_000;

/** Nothing of why: for whoever has to see to it. */
export const viewMeasured = ({
  id,
  entryId,
  state,
  asked,
  measures,
  askedAt,
  decidedAt,
  isKept,
}: FoundAccommodation): MeasuredAccommodation => ({
  id,
  entryId,
  state,
  asked,
  measures,
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  isKept,
});

export const viewQueued = (found: FoundAccommodation): QueuedAccommodation => {
  const { candidateName, role, level, sessionTitle, opensAt, isOver, askedAt, now } = found;
  return {
    ...viewMeasured(found),
    candidateName,
    role,
    level,
    sessionTitle,
    opensAt: opensAt.toISOString(),
    isOver,
    ageDays: Math.floor((now.getTime() - askedAt.getTime()) / dayMs),
  };
};

/** Why it was asked for, and what came of it. */
export const viewGrounds = ({
  reason,
  evidence,
  answer,
  askedByName,
  askedByCandidate,
}: FoundAccommodation): Omit<AccommodationView, keyof MeasuredAccommodation> => ({
  reason,
  evidence,
  answer,
  askedBy: { name: askedByName, isCandidate: askedByCandidate },
});

export const viewAccommodation = (found: FoundAccommodation): AccommodationView => ({
  ...viewMeasured(found),
  ...viewGrounds(found),
});
