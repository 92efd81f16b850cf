import { formatScore, type CaseOutcome, type CheckOutcome, type LabTask } from '@ennead/contracts';
import { Icon } from '../../../components/icon.tsx';
import { Progress } from '../../../components/progress.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from './verdict.module.css';

interface Props {
  readonly task: LabTask;
  readonly outcome: CheckOutcome | undefined;
}

/** What one task earned, and for every check that failed, what kind of thing is wrong. */
export function TaskVerdict({ task, outcome }: Props) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const pointsCents = task.points * 100;
  const earnedCents = outcome?.earnedCents ?? 0;
  const cases = outcome?.cases ?? [];
  const failed = cases.filter(({ passed }) => !passed);
  return (
    <li className={styles.task}>
      <h2 className={styles.taskTitle}>{localized(task.title)}</h2>
      <Progress
        label={t('result.cases', { passed: cases.length - failed.length, total: cases.length })}
        value={earnedCents}
        max={pointsCents}
        text={t('result.taskScore', { earned: formatScore(earnedCents), points: formatScore(pointsCents) })}
      />
      {failed.length === 0 ? (
        <p className={styles.passed}>
          <Icon name="check" size={16} />
          {t('result.allPassed')}
        </p>
      ) : (
        <ul role="list" className={styles.cases}>
          {failed.map((outcome) => (
            <FailedCase key={outcome.id} outcome={outcome} number={cases.indexOf(outcome) + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FailedCase({ outcome, number }: { readonly outcome: CaseOutcome; readonly number: number }) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  return (
    <li className={styles.failed}>
      <Icon name="cross" size={16} />
      <span>
        <strong>
          {t('check.case', { number })} · {t('check.failed')}
        </strong>
        {outcome.feedback && <span className={styles.feedback}>{localized(outcome.feedback)}</span>}
      </span>
    </li>
  );
}
