import type { ExamSessionView, SessionPartView } from '@ennead/contracts';
import { toInstant, toLocal } from './local-instant.ts';

/** Dates of a session as they stand in a form, as `datetime-local` values. */
export interface DatesPlan {
  readonly opensAt: string;
  readonly closesAt: string;
  /** Of the parts that close on their own date, by id. */
  readonly parts: Readonly<Record<string, string>>;
}

type Session = Pick<ExamSessionView, 'opensAt' | 'closesAt' | 'parts'>;

const localOf = (instant: string): string => toLocal(new Date(instant));

const datedParts = ({ parts }: Pick<Session, 'parts'>): readonly SessionPartView[] =>
  parts.filter(({ closesAt }) => closesAt !== null);

export const planDates = (session: Session): DatesPlan => ({
  opensAt: localOf(session.opensAt),
  closesAt: localOf(session.closesAt),
  parts: Object.fromEntries(datedParts(session).map(({ id, closesAt }) => [id, localOf(closesAt!)])),
});

/** A field shows minutes: what was not touched stays the instant that it was, to the millisecond. */
const instantOf = (local: string, was: string): string | null =>
  local === localOf(was) ? was : toInstant(local);

/** What is sent; null while a date is missing or the end is not later than the opening. A part without one closes with the session. */
export function toDates(
  plan: DatesPlan,
  session: Session,
): { opensAt: string; closesAt: string; parts: { id: string; closesAt: string | null }[] } | null {
  const opensAt = instantOf(plan.opensAt, session.opensAt);
  const closesAt = instantOf(plan.closesAt, session.closesAt);
  if (!opensAt || !closesAt || closesAt <= opensAt) return null;
  const parts = datedParts(session).map(({ id, closesAt: was }) => ({
    id,
    closesAt: instantOf(plan.parts[id] ?? '', was!),
  }));
  return { opensAt, closesAt, parts };
}
