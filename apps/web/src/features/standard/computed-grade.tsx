import { formatComposite, formatScore, type ComposedResult, type NextGrade } from '@ennead/contracts';
import { GradeMark } from '../../components/grade-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './levels-page.module.css';
import { useReasonText } from './reason-text.ts';

/** Composite and grade with the sum that led there, and the shortest way on. */
export function ComputedGrade({ result }: { readonly result: ComposedResult }) {
  const { t } = useTranslation('standard');
  const reasonText = useReasonText();
  return (
    <>
      <GradeMark grade={result.grade} size="large" label="" />
      <div className={styles.outcomeWords}>
        <div className={styles.composite}>
          <span>{t('calculator.composite')}</span>
          <strong>
            {result.compositeTenThousandths === null
              ? t('calculator.noComposite')
              : formatComposite(result.compositeTenThousandths)}
          </strong>
          {result.compositeTenThousandths !== null && <span>{sumText(result)}</span>}
        </div>
        <div className={styles.composite}>
          <span>{t('calculator.grade')}</span>
          <strong>
            {result.grade === null ? t('common:grade.none') : t('common:grade.mark', { grade: result.grade })}
          </strong>
        </div>
        {result.reasons.map((reason, index) => (
          <p key={index}>{reasonText(reason)}</p>
        ))}
        {result.next && <WayOn next={result.next} />}
        {result.grade !== null && !result.next && (
          <p className={styles.description}>{t('calculator.highest')}</p>
        )}
      </div>
    </>
  );
}

/** The weighted sum as it is computed: "80.00 × 70% + 70.00 × 25% + 60.00 × 5%". */
const sumText = (result: ComposedResult): string =>
  result.contributions
    .map(({ scoreCents, weight }) => `${formatScore(scoreCents ?? 0)} × ${weight}%`)
    .join(' + ');

function WayOn({ next }: { readonly next: NextGrade }) {
  const { t } = useTranslation('standard');
  const reachable = next.needed.flatMap(({ dimension, scoreCents }) =>
    scoreCents === null ? [] : [{ dimension, scoreCents }],
  );
  return (
    <div className={styles.description}>
      {next.shortfallTenThousandths > 0 && (
        <p>
          {t('calculator.next', {
            points: formatComposite(next.shortfallTenThousandths),
            grade: next.grade,
          })}
        </p>
      )}
      {reachable.map(({ dimension, scoreCents }) => (
        <p key={dimension}>
          {t('calculator.needed', {
            dimension: t(`common:dimension.${dimension}`),
            score: formatScore(scoreCents),
            grade: next.grade,
          })}
        </p>
      ))}
    </div>
  );
}
