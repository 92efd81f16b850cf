import type { LabTask } from '@ennead/contracts';
import { Badge, StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { CaseItem } from './case-item.tsx';
import { tallyTask, type CheckRun } from './check-run.ts';
import styles from './tasks.module.css';

interface Props {
  readonly task: LabTask;
  readonly run: CheckRun;
  /** Ids of the visible cases, in order. */
  readonly cases: readonly string[];
}

export function TaskItem({ task, run, cases }: Props) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  return (
    <li className={styles.task}>
      <div className={styles.taskHead}>
        <h3 className={styles.taskTitle}>{localized(task.title)}</h3>
        <Badge>{t('check.points', { points: task.points })}</Badge>
      </div>
      <p className={styles.taskText}>{localized(task.text)}</p>
      {cases.length > 0 && <TallyMark task={task} run={run} total={cases.length} />}
      <ul role="list" className={styles.cases}>
        {run.results
          .filter((result) => result.task === task.id)
          .map((result) => (
            <CaseItem key={result.case} result={result} number={cases.indexOf(result.case) + 1} />
          ))}
      </ul>
    </li>
  );
}

interface TallyProps {
  readonly task: LabTask;
  readonly run: CheckRun;
  readonly total: number;
}

/** How the visible checks of a task stand, in words. */
export function TallyMark({ task, run, total }: TallyProps) {
  const { t } = useTranslation('lab');
  const { passed, failed } = tallyTask(run, task.id, total);
  if (passed + failed === 0) return <StateMark tone="neutral">{t('check.none')}</StateMark>;
  const tone = failed > 0 ? 'bad' : passed < total ? 'active' : 'good';
  return (
    <StateMark tone={tone} icon={tone === 'bad' ? 'cross' : undefined}>
      {t('check.tally', { passed, total })}
    </StateMark>
  );
}
