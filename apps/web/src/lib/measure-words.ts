import type { Measures } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from './format.ts';

/** Measures in words, for pages that have the namespace `accommodations`. */
export function useMeasureWords(): (measures: Measures) => string {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  return ({ extraTime, breaks, other }) =>
    format.list(
      [
        extraTime?.by === 'percent' && t('measure.percent', { percent: extraTime.percent }),
        extraTime?.by === 'minutes' && t('measure.minutes', { count: extraTime.minutes }),
        breaks && t('measure.breaks', { count: breaks.count, minutes: breaks.minutes }),
        other,
      ].filter((words): words is string => Boolean(words)),
    );
}
