import { isBlank, optionLetters, type Locale, type PublicItem, type ResponseValue } from '@ennead/contracts';
import type { Translate } from '../../i18n/use-translation.ts';

/**
 * An answer in words, as its candidate gave it: chosen options by the letters that they had on the page.
 *
 * @param item null where the question is gone: options are then named by their ids
 */
export function answerText(
  value: ResponseValue,
  item: PublicItem | null,
  t: Translate<'trail'>,
  locale: Locale,
): string {
  if (value === null || isBlank(value)) return t('exam.noAnswer');
  if ('truth' in value) return t(value.truth ? 'exam.true' : 'exam.false');
  if ('text' in value) return item?.unit ? `${value.text} ${item.unit[locale]}` : value.text;
  const options = item?.options ?? [];
  return [...value.chosen]
    .map((id) => {
      const at = options.findIndex((option) => option.id === id);
      return at < 0 ? id : (optionLetters[at] ?? id);
    })
    .sort()
    .join(', ');
}
