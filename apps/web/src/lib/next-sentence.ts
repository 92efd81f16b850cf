import type { NextTryView } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from './format.ts';

/** When the next try may be made, or why not before. */
export function useNextSentence(): (next: NextTryView) => string {
  const { t } = useTranslation('tries');
  const format = useFormat();
  return (next) => {
    if (next.kind === 'allowed') {
      // A first try that counts comes after others that do not: excused, or made good for.
      const cause = next.cause === 'first' && next.number > 1 ? 'uncounted' : next.cause;
      return t(`next.allowed.${cause}`, { number: next.number });
    }
    switch (next.code) {
      case 'TRY_TOO_EARLY':
        return t('next.tooEarly', { count: next.waitDays, time: format.dateTime(next.earliestAt) });
      case 'TRIES_USED_UP':
        return t('next.usedUp', {
          count: next.most,
          months: next.withinMonths,
          time: format.dateTime(next.earliestAt),
        });
      case 'GRADE_AT_TOP':
        return t('next.top', { grade: next.grade });
      case 'TRY_NOT_OFFERED':
        return t('next.notOffered');
      case 'TRY_OPEN_ELSEWHERE':
        return t('next.openElsewhere');
      case 'TRY_OPEN':
        return '';
    }
  };
}
