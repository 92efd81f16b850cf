import type { PublicItem } from '@ennead/contracts';
import type { Question } from '@ennead/contracts/internal';

/**
 * What a candidate may see of an item, named field by field, so that a field added to questions stays on the server.
 * @param optionOrder ids of the options in the order in which this candidate meets them
 */
export const publicItem = (item: PublicItem, optionOrder: readonly string[]): PublicItem => ({
  id: item.id,
  version: item.version,
  type: item.type,
  stem: item.stem,
  ...(item.options && {
    options: optionOrder.flatMap((id) => {
      const option = item.options?.find((one) => one.id === id);
      return option ? [{ id: option.id, text: option.text }] : [];
    }),
  }),
  ...(item.type === 'numeric' && item.unit && { unit: item.unit }),
});

/** The items of a form in the order laid out for one candidate. */
export const publicItems = (
  itemsById: ReadonlyMap<string, Question>,
  layout: readonly { itemId: string; optionOrder: readonly string[] }[],
): PublicItem[] =>
  layout.map(({ itemId, optionOrder }) => {
    const item = itemsById.get(itemId);
    if (!item) throw new Error(`The layout names item ${itemId}, which is not on the form.`);
    return publicItem(item, optionOrder);
  });
