import { formatComposite, formatScore, type NoGradeReason } from '@ennead/contracts';
import { useCallback } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Why there is no grade, as a sentence. */
export function useReasonText(): (reason: NoGradeReason) => string {
  const { t } = useTranslation('standard');
  return useCallback(
    (reason) => {
      switch (reason.kind) {
        case 'missing':
          return t('calculator.missing', { dimension: t(`common:dimension.${reason.dimension}`) });
        case 'under-floor':
          return t('calculator.underFloor', {
            dimension: t(`common:dimension.${reason.dimension}`),
            score: formatScore(reason.scoreCents),
            floor: formatScore(reason.floorCents),
          });
        case 'under-cut':
          return t('calculator.underCut', {
            composite: formatComposite(reason.compositeTenThousandths),
            cut: formatScore(reason.cutCents),
            grade: reason.grade,
          });
      }
    },
    [t],
  );
}
