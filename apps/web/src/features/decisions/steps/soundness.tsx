import { formatScore } from '@ennead/contracts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';

interface Props {
  readonly storedCents: number | null;
  readonly recomputedCents: number | null;
}

/** Whether the stored evidence yields the stored score; nothing while there is no score. */
export function Soundness({ storedCents, recomputedCents }: Props) {
  const { t } = useTranslation('decisions');
  if (storedCents === null) return null;
  if (recomputedCents === null) return <StateMark tone="bad">{t('soundness.fails')}</StateMark>;
  const values = { stored: formatScore(storedCents), recomputed: formatScore(recomputedCents) };
  return recomputedCents === storedCents ? (
    <StateMark tone="good">{t('soundness.same', { score: values.stored })}</StateMark>
  ) : (
    <StateMark tone="bad">{t('soundness.differs', values)}</StateMark>
  );
}

export function ScoreText({
  scoreCents,
  state,
}: {
  readonly scoreCents: number | null;
  readonly state: string;
}) {
  const { t } = useTranslation('decisions');
  return scoreCents === null ? (
    <StateMark tone="neutral">{t(`state.${state as 'open'}`)}</StateMark>
  ) : (
    <strong>{t('score', { score: formatScore(scoreCents) })}</strong>
  );
}
