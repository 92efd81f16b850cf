import { compositePlace, type DimensionCode } from '@ennead/contracts';
import { composeResult, dimensions, scoreDimensions, type DimensionScore } from '@ennead/domain';
import type { ContentBank, Score } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { readConversion, type EntryRules } from './entry-rules.ts';
import { asRaw, newId, rawOf, type NewScore, type Records } from './score-records.ts';

type Placed = Score | NewScore;
type Context = { readonly manager: EntityManager; readonly bank: ContentBank; readonly rules: EntryRules };

/** What an entry's records come to: those at its dimensions and its composite, and the grade that they reach. */
export type Composed = {
  /** Records to be added, in the order in which they build on each other. */
  readonly added: readonly NewScore[];
  readonly grade: number | null;
};

const fullTenThousandths = 1_000_000;

/**
 * Carries scores upwards: dimensions of which every part has a score, and the composite once every dimension has one.
 * What already rests on the same records is not recorded again, so that doing it twice adds nothing.
 *
 * @param changed records that are about to count, instead of the present ones at their places
 */
export const composeUpwards = async (
  { manager, bank, rules }: Context,
  current: Records,
  changed: ReadonlyMap<string, NewScore>,
): Promise<Composed> => {
  const at = (place: string): Placed | undefined => changed.get(place) ?? current.get(place);
  const readPart = async ({ id, dimension, weight }: EntryRules['parts'][number]) => {
    const record = at(id);
    const conversion = await readConversion(manager, bank, record?.conversionHash ?? null);
    return { id, dimension, weight, raw: record ? rawOf(record) : null, conversion };
  };
  // One after the other: they share the connection of the transaction.
  const parts: Awaited<ReturnType<typeof readPart>>[] = [];
  for (const part of rules.parts) parts.push(await readPart(part));
  const standing = standingOf(at);
  const scores = scoreDimensions(parts, standing);
  const built = dimensions.map((dimension) => {
    const inputs = parts.filter((part) => part.dimension === dimension).map(({ id }) => at(id));
    const score = scores[dimension];
    return score === null || score === standing[dimension]
      ? at(dimension)
      : keepOrAdd(at(dimension), dimensionRecord(dimension, score, inputs as Placed[], rules));
  });
  const cents = (dimension: DimensionCode) => scores[dimension]?.cents ?? null;
  const result = composeResult(rules.scheme, rules.level, {
    knowledge: cents('knowledge'),
    skills: cents('skills'),
    practice: cents('practice'),
  });
  const composite =
    result.compositeTenThousandths === null
      ? undefined
      : keepOrAdd(
          current.get(compositePlace),
          compositeRecord(result.compositeTenThousandths, built as Placed[], rules),
        );
  const isNew = (record: Placed | undefined): record is NewScore =>
    record !== undefined && !('at' in record) && !changed.has(record.dimension ?? '');
  return { added: [...built, composite].filter(isNew), grade: result.grade };
};

/** Dimensions that were carried over: they stand without parts of their own. */
const standingOf = (
  at: (place: string) => Placed | undefined,
): Partial<Record<DimensionCode, DimensionScore>> =>
  Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const record = at(dimension);
      return record?.carriedFromId ? [[dimension, { raw: rawOf(record), cents: record.reportedCents! }]] : [];
    }),
  );

/** The present record where it rests on the very same ones, else the new one. */
const keepOrAdd = (present: Placed | undefined, next: NewScore): Placed =>
  present && !present.carriedFromId && isSameSet(present.inputIds ?? [], next.inputIds ?? [])
    ? present
    : next;

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

const dimensionRecord = (
  dimension: DimensionCode,
  { raw, cents }: DimensionScore,
  inputs: readonly Placed[],
  { schemeHash }: EntryRules,
): NewScore => ({
  id: newId(),
  kind: 'dimension',
  dimension,
  ruleHash: schemeHash,
  inputIds: inputs.map(({ id }) => id),
  ...asRaw(raw),
  reportedCents: cents,
  satAt: earliest(inputs),
});

/** A dimension was sat when its first part began. */
const earliest = (inputs: readonly Placed[]): Date | null =>
  inputs
    .flatMap(({ satAt }) => satAt ?? [])
    .reduce<Date | null>((first, one) => (first === null || one < first ? one : first), null);

const compositeRecord = (
  tenThousandths: number,
  inputs: readonly Placed[],
  { schemeHash }: EntryRules,
): NewScore => ({
  id: newId(),
  kind: 'composite',
  ruleHash: schemeHash,
  inputIds: inputs.map(({ id }) => id),
  rawNum: String(tenThousandths),
  rawDen: String(fullTenThousandths),
  reportedCents: null,
});
