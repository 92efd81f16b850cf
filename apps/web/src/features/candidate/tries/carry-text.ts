import { formatScore, type CarryOption } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';

/** Until when a score may be carried over, or why it may not. */
export function useCarryText(): (option: CarryOption) => string {
  const { t } = useTranslation('tries');
  const format = useFormat();
  return ({ dimension, scoreCents, verdict }) => {
    const values = { dimension: t(`common:dimension.${dimension}`), score: formatScore(scoreCents) };
    if (verdict.kind === 'carriable')
      return t('next.carriable', { ...values, time: format.dateTime(verdict.until) });
    return t(`refused.${verdict.code}`, {
      ...values,
      mark: verdict.code === 'CARRY_UNDER_MARK' ? formatScore(verdict.fromCents) : '',
      time: verdict.code === 'CARRY_TOO_OLD' ? format.dateTime(verdict.until) : '',
    });
  };
}
