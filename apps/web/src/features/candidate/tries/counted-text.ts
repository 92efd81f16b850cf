import type { OwnEnrolment } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** How many tries count at present, of how many; null where the scheme sets no most. */
export function useCountedText(): (enrolment: Pick<OwnEnrolment, 'rules' | 'countedTries'>) => string | null {
  const { t } = useTranslation('tries');
  return ({ rules: { tries }, countedTries }) =>
    tries && t('counted', { used: countedTries.length, most: tries.most, months: tries.withinMonths });
}
