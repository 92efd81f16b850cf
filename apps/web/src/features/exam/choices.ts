import type { PublicItem, ResponseValue } from '@ennead/contracts';
import type { Locale } from '@ennead/contracts';

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isChosen: boolean;
  /** What the answer becomes when this choice is made, or taken back. */
  readonly next: ResponseValue;
}

/** The choices of an item, in the order shown; none where the answer is typed. */
export function choicesOf(
  item: PublicItem,
  value: ResponseValue,
  locale: Locale,
  truths: { readonly true: string; readonly false: string },
): Choice[] {
  if (item.type === 'true-false') {
    const truth = value && 'truth' in value ? value.truth : null;
    return [true, false].map((one) => ({
      id: String(one),
      text: truths[one ? 'true' : 'false'],
      isChosen: truth === one,
      next: truth === one ? null : { truth: one },
    }));
  }
  const chosen = value && 'chosen' in value ? value.chosen : [];
  return (item.options ?? []).map(({ id, text }) => {
    const isChosen = chosen.includes(id);
    const others = item.type === 'multiple' ? chosen.filter((one) => one !== id) : [];
    const next = isChosen ? others : [...others, id].sort();
    return { id, text: text[locale], isChosen, next: next.length > 0 ? { chosen: next } : null };
  });
}
