import type { LabPart, OwnEntry } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { startLab } from '../../queries/labs.ts';
import styles from './candidate-page.module.css';
import { openLab } from './open-lab.ts';
import type { NextStep, SatPart } from './next-step.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly next: NextStep;
}

/** The one thing to do now, when it can be done, and until when. */
export function NextAction({ entry, next }: Props) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  switch (next.kind) {
    case 'wait':
      return (
        <p className={styles.when}>
          {t('next.wait', {
            from: format.dateTime(entry.opensAt),
            to: format.dateTime(next.part.closesAt),
          })}
        </p>
      );
    case 'resume':
      return <Resume part={next.part} />;
    case 'start':
      return next.part.kind === 'lab' ? (
        <StartLab entryId={entry.id} part={next.part} />
      ) : (
        <Act
          when={t('next.exam-start', {
            count: Math.round(next.part.durationSec / 60),
            time: format.dateTime(next.part.closesAt),
          })}
        >
          <ButtonLink tone="primary" to={`/exam/start/${entry.id}/${next.part.partId}`}>
            {t('act.exam-start')}
          </ButtonLink>
        </Act>
      );
    case 'write':
      return (
        <Act when={t('next.write', { time: format.dateTime(next.part.closesAt) })}>
          <ButtonLink tone="primary" to={`/portfolio/${entry.id}/${next.part.partId}`}>
            {t('act.write')}
          </ButtonLink>
        </Act>
      );
    default:
      return null;
  }
}

function Resume({ part }: { readonly part: SatPart }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  return (
    <Act when={t('next.running', { time: format.dateTime(part.deadlineAt ?? part.closesAt) })}>
      {part.kind === 'lab' ? (
        <Button tone="primary" onClick={() => openLab(part.labSessionId!)}>
          {t('act.lab-resume')}
        </Button>
      ) : (
        <ButtonLink tone="primary" to={`/exam/${part.attemptId}`}>
          {t('act.exam-resume')}
        </ButtonLink>
      )}
    </Act>
  );
}

function StartLab({ entryId, part }: { readonly entryId: string; readonly part: LabPart }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const start = useAct({
    mutationFn: () => startLab(entryId, part.partId),
    onSuccess: (session) => openLab(session.id),
  });
  return (
    <>
      <Act
        when={t('next.lab-start', {
          count: Math.round(part.durationSec / 60),
          time: format.dateTime(part.closesAt),
        })}
      >
        <Button tone="primary" busy={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
          {t('act.lab-start')}
        </Button>
      </Act>
      {start.isError && <ErrorState error={start.error} inline />}
    </>
  );
}

function Act({ when, children }: { readonly when: string; readonly children: ReactNode }) {
  return (
    <div className={styles.act}>
      <p className={styles.when}>{when}</p>
      {children}
    </div>
  );
}
