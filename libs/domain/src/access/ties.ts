import { CaseAct, ConflictKind, type ImpartialityRules } from '@ennead/contracts';
import { addInZone } from '../time/zoned-calendar.ts';
import type { Relation } from './policy.ts';

/** A relation with when it ended, null while it holds. */
export type Dated<R extends Relation = Relation> = { readonly relation: R; readonly untilAt: Date | null };

/** Which ties bar an act at this moment: those that hold, and those that ended after `since`; null: whenever they ended. */
export type Bars = Readonly<
  Record<CaseAct, readonly { readonly tie: ConflictKind; readonly since: Date | null }[]>
>;

/**
 * A scheme's table as it reads at one moment, months counted in the zone of the scheme.
 *
 * @param now ISO 8601 with an offset
 */
export const barsAt = ({ bars }: ImpartialityRules, timeZone: string, now: string): Bars => {
  const ofAct = (act: CaseAct) =>
    bars
      .filter(({ from }) => from.includes(act))
      .map(({ tie, months }) => ({
        tie,
        since: months === null ? null : new Date(addInZone(now, { months: -months }, timeZone)),
      }));
  return Object.fromEntries(CaseAct.options.map((act) => [act, ofAct(act)])) as unknown as Bars;
};

/** The ties among these that bar an act, each once and in the order in which they are told. */
export const barring = (ties: readonly Dated[], act: CaseAct, bars: Bars): ConflictKind[] =>
  ConflictKind.options.filter((kind) =>
    bars[act].some(
      ({ tie, since }) =>
        tie === kind &&
        ties.some(
          ({ relation, untilAt }) =>
            relation === tie && (untilAt === null || since === null || untilAt > since),
        ),
    ),
  );
