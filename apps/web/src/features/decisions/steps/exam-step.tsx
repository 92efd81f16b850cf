import { formatScore, type ExamEvidence } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../case-page.module.css';
import { CompetencyTitle } from './competency-title.tsx';
import { Fact, Facts, Grid, Hash } from './facts.tsx';
import { ScoreText, Soundness } from './soundness.tsx';
import { Step } from './step.tsx';

export function ExamStep({ exam }: { readonly exam: ExamEvidence }) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  return (
    <Step
      code="exam"
      partId={exam.partId}
      aside={<ScoreText scoreCents={exam.scoreCents} state={exam.state} />}
    >
      {exam.scoreCents !== null && (
        <div className={styles.marks}>
          <Soundness storedCents={exam.scoreCents} recomputedCents={exam.recomputedCents} />
        </div>
      )}
      {!exam.attemptId && <p>{t('exam.none')}</p>}
      {exam.attemptId && (
        <Facts>
          <Fact label={t('exam.started')}>{exam.startedAt && <DateTime instant={exam.startedAt} />}</Fact>
          <Fact label={t('exam.handedIn')}>
            {exam.submittedAt &&
              t('exam.aside', {
                time: format.dateTime(exam.submittedAt),
                text: t(exam.submitCause === 'expiry' ? 'exam.byExpiry' : 'exam.byCandidate'),
              })}
          </Fact>
          <Fact label={t('exam.scored')}>{exam.scoredAt && <DateTime instant={exam.scoredAt} />}</Fact>
          <Fact label={t('exam.answered')}>
            {t('exam.answeredText', { answered: exam.answeredCount, total: exam.itemCount })}
          </Fact>
          <Fact label={t('exam.saves')}>{t('exam.savesText', { count: exam.saveCount })}</Fact>
          <Fact label={t('exam.form')}>
            {t('exam.formText', { blueprint: exam.blueprintId, seed: exam.formSeed ?? '' })}{' '}
            <Hash>{exam.blueprintHash}</Hash>
          </Fact>
        </Facts>
      )}
      {exam.competencies.length > 0 && (
        <details>
          <summary>{t('exam.competencies')}</summary>
          <Grid
            caption={t('exam.competencies')}
            head={[t('exam.competency'), t('exam.parts'), t('exam.score')]}
            rows={exam.competencies.map(({ competency, title, partCount, scoreCents }) => [
              <CompetencyTitle key="title" id={competency} title={title} />,
              partCount,
              formatScore(scoreCents),
            ])}
          />
        </details>
      )}
    </Step>
  );
}
