import { formatComposite, formatScore, type NearBoundary } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** How near to which line, as a few words. */
export function useNearText(): (near: NearBoundary) => string {
  const { t } = useTranslation('decisions');
  return (near) => {
    if (near.kind === 'cut') {
      const { grade, distanceTenThousandths: distance } = near;
      const points = formatComposite(Math.abs(distance));
      if (distance === 0) return t('near.cutOn', { grade });
      return t(distance > 0 ? 'near.cutAbove' : 'near.cutBelow', { grade, points });
    }
    const dimension = t(`common:dimension.${near.dimension}`);
    const points = formatScore(Math.abs(near.distanceCents));
    if (near.distanceCents === 0) return t('near.floorOn', { dimension });
    return t(near.distanceCents > 0 ? 'near.floorAbove' : 'near.floorBelow', { dimension, points });
  };
}
