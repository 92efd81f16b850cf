import { seededRandom, shuffle } from './seeded-random.ts';

/** One item of a form as one candidate meets it. */
export interface LaidOutItem {
  readonly itemId: string;
  /** Ids of the options in the order shown; empty where the item has none. */
  readonly optionOrder: readonly string[];
}

export interface ItemToLayOut {
  readonly id: string;
  readonly options?: readonly { readonly id: string }[] | undefined;
}

/**
 * Orders the items of a form, and the options of each, for one candidate. To be recorded with the attempt. The options
 * of an item depend on seed and item alone, not on what else is on the form; items without options are left as they are.
 *
 * @param seed one a candidate
 */
export function layOutForm(items: readonly ItemToLayOut[], seed: string): LaidOutItem[] {
  return shuffle(items, seededRandom(seed, 'items')).map(({ id, options = [] }) => ({
    itemId: id,
    optionOrder: shuffle(
      options.map((option) => option.id),
      seededRandom(seed, `options ${id}`),
    ),
  }));
}
