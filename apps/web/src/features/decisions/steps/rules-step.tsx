import { formatScore, type DimensionCode, type Evidence, type EvidenceView } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { Fact, Facts, Hash } from './facts.tsx';
import { Step } from './step.tsx';

const dimensionCodes: readonly DimensionCode[] = ['knowledge', 'skills', 'practice'];

export function RulesStep({ view, evidence }: { readonly view: EvidenceView; readonly evidence: Evidence }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const format = useFormat();
  const { session, scheme } = evidence;
  const { level } = scheme;
  const each = (say: (dimension: DimensionCode) => string) => format.list(dimensionCodes.map(say));
  const nameOf = (dimension: DimensionCode) => t(`common:dimension.${dimension}`);
  return (
    <Step code="rules">
      <Facts>
        <Fact label={t('rules.session')}>{text(session.title)}</Fact>
        <Fact label={t('rules.window')}>
          {t('rules.to', { from: format.dateTime(session.opensAt), to: format.dateTime(session.closesAt) })}
        </Fact>
        <Fact label={t('rules.cohort')}>
          {view.cohort
            ? t('evidence.cohort', { cohort: view.cohort.name, institution: text(view.cohort.institution) })
            : t('evidence.noCohort')}
        </Fact>
        <Fact label={t('evidence.enrolled')}>
          <DateTime instant={view.enteredAt} />
        </Fact>
        <Fact label={t('rules.scheme')}>{text(scheme.title)}</Fact>
        <Fact label={t('rules.hash')}>
          <Hash>{scheme.hash}</Hash>
        </Fact>
        <Fact label={t('rules.weights')}>{each((code) => `${nameOf(code)} ${level.weights[code]}%`)}</Fact>
        <Fact label={t('rules.cuts')}>
          {format.list(
            level.cuts.map(({ grade, compositeCents }) =>
              t('rules.cut', { grade, cut: formatScore(compositeCents) }),
            ),
          )}
        </Fact>
        <Fact label={t('rules.floors')}>
          {each((code) => `${nameOf(code)} ${formatScore(level.floorCents[code])}`)}
        </Fact>
      </Facts>
    </Step>
  );
}
