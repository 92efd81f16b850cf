import type { CaseAct, ConflictKind } from '@ennead/contracts';
import type { Relation, RelationTo, Subject } from './policy.ts';
import { barring, type Bars, type Dated, type Lifted } from './ties.ts';

type Barred = Readonly<Partial<Record<CaseAct, readonly ConflictKind[]>>>;

/** How a person stands to one subject of a kind that is there; in no relation and barred from nothing: as a stranger. */
export type Standing<S extends Subject = Subject> = {
  readonly [K in S]: {
    readonly on: K;
    /** Those that hold now. */
    readonly relations: readonly RelationTo[K][];
    /** What keeps them from an act, by ties that hold or that have not lapsed since they ended. */
    readonly barred: Barred;
    /** The same had nothing been lifted for them. */
    readonly tied: Barred;
  };
}[S];

/** How a person stands to what a row says whose it is. */
export const ownerOf = (
  personId: string,
  { candidateId }: { readonly candidateId: string },
): Standing<'ownership'> => ({
  on: 'ownership',
  relations: candidateId === personId ? ['candidate'] : [],
  barred: {},
  tied: {},
});

/** Only where the database said so of a subject of this kind. */
export const standingOf = <S extends Subject>(
  on: S,
  dated: readonly Dated[],
  bars: Bars,
  now: Date,
  lifted: readonly Lifted[] = [],
): Standing<S> => {
  const held = dated.filter(({ untilAt }) => untilAt === null || untilAt > now);
  const acts = Object.keys(bars) as CaseAct[];
  const barredBut = (those: readonly Lifted[]) =>
    Object.fromEntries(acts.map((act) => [act, barring(dated, act, bars, those)]));
  return {
    on,
    relations: [...new Set(held.map(({ relation }) => relation))] as Relation[],
    barred: barredBut(lifted),
    tied: barredBut([]),
  } as unknown as Standing<S>;
};
