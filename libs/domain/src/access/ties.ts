import { CaseAct, ConflictKind, type ImpartialityRules } from '@ennead/contracts';
import { addInZone } from '../time/zoned-calendar.ts';
import type { Relation } from './policy.ts';

/** A relation with when it ended, null while it holds. */
export type Dated<R extends Relation = Relation> = { readonly relation: R; readonly untilAt: Date | null };

/** Which ties bar an act at this moment: those that hold, and those that ended after `since`; null: whenever they ended. */
export type Bars = Readonly<
  Record<
    CaseAct,
    readonly {
      readonly tie: ConflictKind;
      readonly since: Date | null;
      /** Whether a second person may lift it. */
      readonly lifts: boolean;
    }[]
  >
>;

/** A bar that a second person has lifted for somebody at this moment: this tie does not keep them from this act. */
export type Lifted = { readonly act: CaseAct; readonly tie: ConflictKind };

/**
 * A scheme's table as it reads at one moment, months counted in the zone of the scheme.
 *
 * @param now ISO 8601 with an offset
 */
export const barsAt = ({ bars }: ImpartialityRules, timeZone: string, now: string): Bars => {
  const ofAct = (act: CaseAct) =>
    bars
      .filter(({ from }) => from.includes(act))
      .map(({ tie, months, lifts }) => ({
        tie,
        lifts: lifts.includes(act),
        since: months === null ? null : new Date(addInZone(now, { months: -months }, timeZone)),
      }));
  return Object.fromEntries(CaseAct.options.map((act) => [act, ofAct(act)])) as unknown as Bars;
};

/** The ties among these that bar an act, each once and in the order in which they are told. */
export const barring = (
  ties: readonly Dated[],
  act: CaseAct,
  bars: Bars,
  lifted: readonly Lifted[] = [],
): ConflictKind[] =>
  ConflictKind.options.filter((kind) =>
    bars[act].some(
      ({ tie, since, lifts }) =>
        tie === kind &&
        !(lifts && lifted.some((one) => one.act === act && one.tie === tie)) &&
        ties.some(
          ({ relation, untilAt }) =>
            relation === tie && (untilAt === null || since === null || untilAt > since),
        ),
    ),
  );

/** Whether a second person may lift each of these for the act. */
export const mayBeLifted = (bars: Bars, act: CaseAct, ties: readonly ConflictKind[]): boolean =>
  ties.every((kind) => bars[act].filter(({ tie }) => tie === kind).every(({ lifts }) => lifts));
