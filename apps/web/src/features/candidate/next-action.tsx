import type { OwnEntry } from '@ennead/contracts';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './candidate-page.module.css';
import type { NextStep } from './next-step.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly next: NextStep;
}

/** The one thing to do now, when it can be done, and until when. */
export function NextAction({ entry, next }: Props) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const { id, exam, lab, opensAt, closesAt } = entry;
  switch (next) {
    case 'exam-wait':
      return <p className={styles.when}>{t('next.exam-wait', { time: format.dateTime(opensAt) })}</p>;
    case 'exam-missed':
    case 'lab-missed':
      return <p className={styles.when}>{t(`next.${next}`, { time: format.dateTime(closesAt) })}</p>;
    case 'exam-start':
      return (
        <Act
          when={t('next.exam-start', {
            count: Math.round(exam.durationSec / 60),
            time: format.dateTime(closesAt),
          })}
        >
          <ButtonLink tone="primary" to={`/exam/start/${id}`}>
            {t('act.exam-start')}
          </ButtonLink>
        </Act>
      );
    case 'exam-resume':
      return (
        <Act when={t('next.running', { time: format.dateTime(exam.deadlineAt ?? closesAt) })}>
          <ButtonLink tone="primary" to={`/exam/${exam.attemptId}`}>
            {t('act.exam-resume')}
          </ButtonLink>
        </Act>
      );
    case 'lab-start':
      return <StartLab entry={entry} />;
    case 'lab-resume':
      return (
        <Act when={t('next.running', { time: format.dateTime(lab.deadlineAt ?? closesAt) })}>
          <Button tone="primary" onClick={() => openLab(lab.labSessionId!)}>
            {t('act.lab-resume')}
          </Button>
        </Act>
      );
    case 'portfolio':
      return (
        <Act when={t('next.portfolio')}>
          <ButtonLink tone="primary" to={`/portfolio/${id}`}>
            {t('act.portfolio')}
          </ButtonLink>
        </Act>
      );
    default:
      return null;
  }
}

/** A full load: the lab's page comes with a content security policy of its own. */
const openLab = (labSessionId: string) => window.location.assign(`/lab/${labSessionId}`);

function StartLab({ entry: { id, lab, closesAt } }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const start = useMutation({
    mutationFn: () => api.post<{ id: string }>(`/api/entries/${id}/lab-session`),
    onSuccess: (session) => openLab(session.id),
  });
  return (
    <>
      <Act
        when={t('next.lab-start', {
          count: Math.round((lab.durationSec ?? 0) / 60),
          time: format.dateTime(closesAt),
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
