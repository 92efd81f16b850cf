import type { DimensionCode, SessionVerdict } from '@ennead/contracts';
import { dimensions } from '../results/compose-result.ts';

/** A session as its door sees it; instants in ISO 8601 with an offset. */
export interface EnterableSession {
  readonly closesAt: string;
  readonly parts: readonly { readonly dimension: DimensionCode; readonly closesAt: string }[];
  /** The enrolment has been in it. */
  readonly isEntered: boolean;
  /** It is open to this person. */
  readonly isForThem: boolean;
  /** Null: as many as come. */
  readonly placesLeft: number | null;
}

/** @param carry dimensions that need not be sat in it */
export function judgeEntering(
  { closesAt, parts, isEntered, isForThem, placesLeft }: EnterableSession,
  carry: readonly DimensionCode[],
  now: string,
): SessionVerdict {
  if (hasCome(closesAt, now)) return { kind: 'refused', code: 'SESSION_NOT_OPEN_FOR_ENTRY', closesAt };
  if (isEntered) return { kind: 'refused', code: 'SESSION_ENTERED_BEFORE' };
  if (!isForThem) return { kind: 'refused', code: 'SESSION_NOT_FOR_YOU' };
  const shut = parts.find((part) => hasCome(part.closesAt, now) && !carry.includes(part.dimension));
  if (!shut && placesLeft === 0) return { kind: 'refused', code: 'SESSION_FULL' };
  if (!shut) return { kind: 'allowed' };
  return { kind: 'refused', code: 'PART_CLOSED', dimension: shut.dimension, closesAt: shut.closesAt };
}

/**
 * Whether some choice of scores opens the door: what has closed has to be carried, and at least one dimension is sat anew.
 *
 * @param carriable dimensions whose scores may be carried into it
 */
export function judgeEnteringByChoice(
  session: EnterableSession,
  carriable: readonly DimensionCode[],
  now: string,
): SessionVerdict {
  const closed = new Set(
    session.parts.filter(({ closesAt }) => hasCome(closesAt, now)).map(({ dimension }) => dimension),
  );
  return judgeEntering(session, closed.size < dimensions.length ? carriable : [], now);
}

const hasCome = (instant: string, now: string): boolean => Date.parse(instant) <= Date.parse(now);
