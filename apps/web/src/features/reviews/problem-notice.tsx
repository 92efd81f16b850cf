import type { ReportedProblem } from '@ennead/contracts';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './reviews.module.css';

/** What was reported, and why submitting waits; once there is one, the answer. */
export function ProblemNotice({ problem }: { readonly problem: ReportedProblem }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const { answeredAt, answer } = problem;
  const kind = t(`common:scriptProblem.${problem.problem}`);
  return (
    <section className={styles.problem} aria-labelledby="problem" data-testid="problem">
      <h2 id="problem">
        <StateMark tone={answeredAt ? 'good' : 'warn'} isSentence>
          {t(answeredAt ? 'problem.answered' : 'problem.open', { problem: kind })}
        </StateMark>
      </h2>
      <dl className={styles.told}>
        <dt>{t('problem.reported', { time: format.dateTime(problem.reportedAt) })}</dt>
        <dd className={styles.written}>{problem.reason}</dd>
        {answeredAt && (
          <>
            <dt>{t('problem.answer', { time: format.dateTime(answeredAt) })}</dt>
            <dd className={styles.written}>{answer}</dd>
          </>
        )}
      </dl>
      {!answeredAt && <p className={styles.soft}>{t('problem.waits')}</p>}
    </section>
  );
}
