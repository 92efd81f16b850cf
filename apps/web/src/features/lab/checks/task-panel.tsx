import type { LabSessionView } from '@ennead/contracts';
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Progress } from '../../../components/progress.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { announce } from '../../../lib/announce.ts';
import { useFormat } from '../../../lib/format.ts';
import type { LabClient } from '../lab-client.ts';
import { useStore } from '../../../lib/store.ts';
import { isRunning, type CheckRun } from './check-run.ts';
import { TaskItem } from './task-item.tsx';
import styles from './tasks.module.css';

interface Props {
  readonly view: LabSessionView;
  readonly client: LabClient;
}

/** The tasks with their points, and the visible checks with what they showed. */
export function TaskPanel({ view, client }: Props) {
  const { t } = useTranslation('lab');
  const run = useStore(client.checks);
  const online = useStore(client.connection.state) === 'online';
  const running = isRunning(run);
  useSpokenOutcome(run);

  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Button
          size="small"
          icon="play"
          busy={running}
          disabled={!online && !running}
          onClick={() => void client.check()}
        >
          {t(run.ranAt ? 'check.rerun' : 'check.run')}
        </Button>
        <RunNote run={run} />
      </div>
      {run.phase === 'running' && (
        <Progress
          label={t('check.running', { done: run.results.length, total: run.totalCases })}
          value={run.results.length}
          max={run.totalCases}
        />
      )}
      <ol role="list" className={styles.tasks}>
        {view.lab.tasks.map((task) => (
          <TaskItem
            key={task.id}
            task={task}
            run={run}
            cases={view.visibleChecks.find((check) => check.task === task.id)?.cases ?? []}
          />
        ))}
      </ol>
      <p className={styles.note}>{t('check.total')}</p>
    </div>
  );
}

function RunNote({ run }: { readonly run: CheckRun }) {
  const { t } = useTranslation('lab');
  const format = useFormat();
  return <span className={styles.note}>{runNote()}</span>;

  function runNote(): string {
    if (run.phase === 'never') return t('check.never');
    if (run.phase === 'asked') return t('check.asked');
    if (run.phase === 'interrupted') return t('check.interrupted');
    if (run.phase === 'refused' && run.error) {
      const { code, retryAfterSec } = run.error;
      return retryAfterSec ? t('check.tooOften', { count: retryAfterSec }) : t(`error.${code}`);
    }
    return run.ranAt ? t('check.ranAt', { time: format.time(run.ranAt) }) : '';
  }
}

/** Says how a run ended; the runs that were there before the page was are not news. */
function useSpokenOutcome(run: CheckRun): void {
  const { t } = useTranslation('lab');
  const before = useRef(run.phase);
  useEffect(() => {
    if (before.current === 'running' && run.phase === 'done') {
      const passed = run.results.filter((result) => result.passed).length;
      announce(t('check.announce', { passed, failed: run.results.length - passed }));
    }
    before.current = run.phase;
  }, [run, t]);
}
