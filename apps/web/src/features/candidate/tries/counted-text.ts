import type { OwnEnrolment } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** How many tries count at present, of how many; null where the scheme sets no most. */
export function useCountedText(): (
  enrolment: Pick<OwnEnrolment, 'rules' | 'countedTries' | 'triesElsewhere'>,
) => string | null {
  const { t } = useTranslation('tries');
  return ({ rules: { tries }, countedTries, triesElsewhere }) =>
    tries &&
    t('counted', {
      used: countedTries.length + triesElsewhere.filter(({ counts }) => counts).length,
      most: tries.most,
      months: tries.withinMonths,
    });
}
