import type { PartKind } from '@ennead/contracts';

export interface KindOfPart {
  readonly kind: PartKind;
}

const kinds: readonly PartKind[] = ['form', 'lab', 'portfolio'];

/** The kinds of which there is more than one part, and how many. */
export const countSeveral = (
  parts: readonly KindOfPart[],
): readonly { readonly kind: PartKind; readonly count: number }[] =>
  kinds
    .map((kind) => ({ kind, count: parts.filter((part) => part.kind === kind).length }))
    .filter(({ count }) => count > 1);
