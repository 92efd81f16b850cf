import { formatScore, type LabSessionView } from '@ennead/contracts';
import { useEffect, useRef } from 'react';
import { Page } from '../../../components/page.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { announce } from '../../../lib/announce.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { PlainFrame } from '../plain-frame.tsx';
import { TaskVerdict } from './task-verdict.tsx';
import styles from './verdict.module.css';

/** After the hand-in: being graded, the platform retrying, or the result task by task. Never a zero for a fault of ours. */
export function VerdictPage({ view }: { readonly view: LabSessionView }) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const stage = view.verdict ? 'graded' : view.state === 'stalled' ? 'stalled' : 'grading';
  const title = t(`result.${stage}Title`);
  const before = useRef(stage);

  useEffect(() => {
    if (before.current !== stage) announce(title);
    before.current = stage;
  }, [stage, title]);

  return (
    <PlainFrame>
      <Page
        kicker={localized(view.lab.title)}
        title={title}
        lead={stage === 'graded' ? undefined : t(`result.${stage}Lead`)}
      >
        <HandInNote view={view} />
        {stage !== 'graded' && <Working />}
        {view.verdict && <Verdict view={view} verdict={view.verdict} />}
      </Page>
    </PlainFrame>
  );
}

function HandInNote({ view }: { readonly view: LabSessionView }) {
  const { t } = useTranslation('lab');
  const format = useFormat();
  if (!view.handedInAt) return null;
  const time = format.dateTime(view.handedInAt);
  return (
    <p className={styles.note}>
      {view.handInCause === 'expiry' ? t('result.byExpiry', { time }) : t('result.byCandidate', { time })}
      {view.verdict && ` · ${t('result.gradedAt', { time: format.dateTime(view.verdict.gradedAt) })}`}
    </p>
  );
}

/** How long grading takes is not known, only that it goes on. */
function Working() {
  const { t } = useTranslation('lab');
  return (
    <p className={styles.working}>
      <span className={styles.band} aria-hidden="true" />
      {t('result.working')}
    </p>
  );
}

interface VerdictProps {
  readonly view: LabSessionView;
  readonly verdict: NonNullable<LabSessionView['verdict']>;
}

function Verdict({ view, verdict }: VerdictProps) {
  const { t } = useTranslation('lab');
  return (
    <>
      <p className={styles.score}>
        <strong>{t('result.score', { score: formatScore(verdict.scoreCents) })}</strong>
        <span>{t('result.outOf')}</span>
      </p>
      <ol role="list" className={styles.tasks}>
        {view.lab.tasks.map((task) => (
          <TaskVerdict key={task.id} task={task} outcome={verdict.checks.find(({ id }) => id === task.id)} />
        ))}
      </ol>
    </>
  );
}
