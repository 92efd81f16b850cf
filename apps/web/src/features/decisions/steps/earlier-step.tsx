import { formatComposite, formatScore, type EarlierTry } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import { hasEnded } from '../../../lib/has-ended.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { useCasePath } from '../use-case-path.ts';
import { Grid } from './facts.tsx';
import { Step } from './step.tsx';

/** The tries before this one: when, with what scores, and what was decided by whom. */
export function EarlierStep({ earlier }: { readonly earlier: readonly EarlierTry[] }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const pathOf = useCasePath();
  const outcomeOf = (one: EarlierTry) => {
    const { outcome, state } = one;
    if (hasEnded(state)) return t(`common:entry.state.${state}`);
    return outcome === null ? t('earlier.undecided') : t(`outcome.${outcome}`, { grade: gradeOf(one) });
  };
  return (
    <Step code="earlier" aside={t('earlier.count', { count: earlier.length })}>
      <Grid
        caption={t('step.earlier')}
        head={[
          t('earlier.try'),
          t('earlier.when'),
          t('column.scores'),
          t('column.composite'),
          t('column.outcome'),
          t('column.certifier'),
        ]}
        rows={earlier.map((one) => [
          <Link key="link" to={pathOf(one.entryId)}>
            {t('earlier.name', { number: one.number, session: text(one.sessionTitle) })}
          </Link>,
          one.firstSatAt ? <DateTime key="at" instant={one.firstSatAt} show="date" /> : t('earlier.notSat'),
          scoresText(one),
          one.compositeTenThousandths === null ? '–' : formatComposite(one.compositeTenThousandths),
          outcomeOf(one),
          one.certifierName ?? '–',
        ])}
      />
    </Step>
  );
}

const scoresText = ({ scores }: EarlierTry): string =>
  [scores.knowledge, scores.skills, scores.practice]
    .map((score) => (score === null ? '–' : formatScore(score)))
    .join(' / ');
