import { partLimits } from '@ennead/contracts';

export interface DatedSession {
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Null where a part closes with the session. */
  readonly parts: readonly { readonly id: string; readonly closesAt: Date | null }[];
}

/**
 * Which parts with a date of their own do not fit the session: they close after it has opened and after now, and within a
 * year of its end. A part that has closed already, and keeps its date, is no fault.
 *
 * @param before the same parts as they were
 * @returns ids, in their order
 */
export const findDateFaults = (
  { opensAt, closesAt, parts }: DatedSession,
  before: DatedSession['parts'],
  now: Date,
): string[] =>
  parts
    .filter(({ id, closesAt: own }) => {
      if (own === null) return false;
      const earlier = before.find((part) => part.id === id)?.closesAt ?? null;
      const isMoved = earlier?.getTime() !== own.getTime();
      return (
        own <= opensAt ||
        own.getTime() > closesAt.getTime() + partLimits.closesAfterMs ||
        (isMoved && own <= now)
      );
    })
    .map(({ id }) => id);
