import type { DimensionCode, PartKind } from '@ennead/contracts';

/** Where a part stands among those of its dimension, and how much of the dimension's score it is. */
export interface PartPlace {
  readonly kind: PartKind;
  readonly dimension: DimensionCode;
  /** From 1, in the order of the session. */
  readonly number: number;
  readonly count: number;
  readonly weight: number;
  /** All weights of the dimension together. */
  readonly weights: number;
}

interface Weighed {
  readonly dimension: DimensionCode;
  readonly weight: number;
}

/** Each dimension is examined by one kind of part: the server schedules no other. */
const kindOf: Readonly<Record<DimensionCode, PartKind>> = {
  knowledge: 'form',
  skills: 'lab',
  practice: 'portfolio',
};

/** The places of a session's parts, in the order given. */
export const placeParts = (parts: readonly Weighed[]): readonly PartPlace[] =>
  parts.map((part, at) => {
    const { dimension, weight } = part;
    const peers = parts.filter((one) => one.dimension === dimension);
    const before = parts.slice(0, at).filter((one) => one.dimension === dimension).length;
    return {
      kind: kindOf[dimension],
      dimension,
      number: before + 1,
      count: peers.length,
      weight,
      weights: peers.reduce((sum, one) => sum + one.weight, 0),
    };
  });

/** Parts with their places, in the order given. */
export const withPlaces = <Part extends Weighed>(
  parts: readonly Part[],
): readonly { readonly part: Part; readonly place: PartPlace }[] => {
  const places = placeParts(parts);
  return parts.map((part, at) => ({ part, place: places[at]! }));
};
