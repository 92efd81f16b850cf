import type { CaseAct, ConflictKind, ImpartialityRules, ReviewKind } from '@ennead/contracts';
import { barring, barsAt, type Dated, type Lifted } from './ties.ts';

/** A tie with when it began, null where it always was or nobody knows, and when it came to be known. */
export type KnownTie = Dated<ConflictKind> & { readonly fromAt: Date | null; readonly knownAt: Date };

/** Marks that were submitted, with the time in which their author had the script, and what was said of them since. */
export type SubmittedMarks = {
  readonly kind: ReviewKind;
  readonly assignedAt: Date;
  readonly submittedAt: Date;
  /** Ties that somebody has answered for, up to when. */
  readonly answered: readonly { readonly ties: readonly ConflictKind[]; readonly answeredAt: Date }[];
};

/** A tie by which marks should not have been made, and that nobody could know of then. */
export type LateTie = {
  readonly tie: ConflictKind;
  /** Null where it always was or nobody knows. */
  readonly fromAt: Date | null;
  readonly knownAt: Date;
};

const actOf: Record<ReviewKind, CaseAct> = { review: 'mark', adjudication: 'settle' };

/**
 * The ties that barred the author of marks while they had the script, by the table of the scheme as it reads at that time, and that came
 * to be known only after the marks were in and have not been answered for; each kind once, in the order in which they are told.
 *
 * What was known at the time is none of these: the door of marking asked for it. Nor is what began afterwards.
 *
 * @param timeZone in which months are counted
 * @param lifted what was lifted for the author when they submitted
 */
export const tiedAtMarking = (
  ties: readonly KnownTie[],
  { kind, assignedAt, submittedAt, answered }: SubmittedMarks,
  rules: ImpartialityRules,
  timeZone: string,
  lifted: readonly Lifted[] = [],
): LateTie[] => {
  const late = ties.filter(
    ({ relation, fromAt, knownAt }) =>
      (fromAt === null || fromAt <= submittedAt) &&
      knownAt > submittedAt &&
      !answered.some((one) => one.ties.includes(relation) && one.answeredAt >= knownAt),
  );
  const bars = barsAt(rules, timeZone, assignedAt.toISOString());
  const barred = (one: KnownTie) => barring([one], actOf[kind], bars, lifted).length > 0;
  return barring(late, actOf[kind], bars, lifted).map((tie) => {
    const found = late.filter((one) => one.relation === tie && barred(one)).reduce(earlier);
    return { tie, fromAt: found.fromAt, knownAt: found.knownAt };
  });
};

/** Of two, the one that began first. */
const earlier = (one: KnownTie, other: KnownTie): KnownTie =>
  (other.fromAt?.getTime() ?? -Infinity) < (one.fromAt?.getTime() ?? -Infinity) ? other : one;
