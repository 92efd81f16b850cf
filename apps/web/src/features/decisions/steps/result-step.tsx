import { formatScore, type Evidence } from '@ennead/contracts';
import { GradeMark } from '../../../components/grade-mark.tsx';
import { ScoreChart } from '../../../components/score-chart.tsx';
import { ScoreTable } from '../../../components/score-table.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useResultSentences } from '../../../lib/result-sentences.ts';
import styles from '../case-page.module.css';
import { useNearText } from '../near-text.ts';
import { Step } from './step.tsx';

export function ResultStep({ evidence }: { readonly evidence: Evidence }) {
  const { result, near, faults, carried, isRescored } = evidence;
  const { t } = useTranslation('decisions');
  const sentences = useResultSentences()(result);
  const nearText = useNearText();
  const format = useFormat();
  return (
    <Step
      code="result"
      aside={
        result.compositeTenThousandths !== null && (
          <span className={styles.grade}>
            <GradeMark grade={result.grade} size="small" label="" />
            {result.grade === null ? t('noGrade') : t('common:grade.short', { grade: result.grade })}
          </span>
        )
      }
    >
      {isRescored && (
        <StateMark tone="warn" isSentence>
          {t('rescored')}
        </StateMark>
      )}
      {near.length > 0 && (
        <div className={styles.marks}>
          {near.map((one) => (
            <StateMark key={nearText(one)} tone="warn" isSentence>
              {nearText(one)}
            </StateMark>
          ))}
        </div>
      )}
      {carried.map(({ dimension, scoreCents, fromNumber, satAt }) => (
        <p key={dimension}>
          {t('carried', {
            dimension: t(`common:dimension.${dimension}`),
            score: formatScore(scoreCents),
            number: fromNumber,
            date: format.date(satAt),
          })}
        </p>
      ))}
      {faults.length > 0 && (
        <div className={styles.marks}>
          {faults.map(({ dimension, partId, because }) => (
            <StateMark key={`${dimension} ${partId} ${because}`} tone="bad" isSentence>
              {t(`soundness.because.${because}`, { dimension: t(`common:dimension.${dimension}`) })}
            </StateMark>
          ))}
          <p>{t('soundness.broken')}</p>
        </div>
      )}
      <ScoreChart result={result} />
      <ScoreTable result={result} />
      {sentences.length > 0 && (
        <ul className={styles.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Step>
  );
}
