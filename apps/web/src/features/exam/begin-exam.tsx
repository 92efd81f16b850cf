import type { ExamPart, OwnEntry } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { OpenCarryNote } from '../../components/open-carry-note.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { ownEntriesQuery } from '../../queries/entries.ts';
import { startAttempt } from '../../queries/attempts.ts';
import styles from './start-page.module.css';

interface Props {
  readonly entry: OwnEntry;
  readonly exam: ExamPart;
}

/** Begins, continues, or says why neither is possible; whichever the server's time allows. */
export function BeginExam({ entry, exam }: Props) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const { opensAt, serverNow, state } = entry;
  const { closesAt } = exam;
  const now = Date.parse(serverNow);
  if (exam.state === 'open' && exam.attemptId && exam.deadlineAt) {
    return (
      <div className={styles.begin}>
        <p>{t('start.running', { time: format.dateTime(exam.deadlineAt) })}</p>
        <ButtonLink tone="primary" size="large" to={`/exam/${exam.attemptId}`}>
          {t('start.resume')}
        </ButtonLink>
      </div>
    );
  }
  if (exam.state !== 'not-started') {
    return (
      <div className={styles.begin}>
        <p>{t('start.done')}</p>
        <ButtonLink to={`/exam/${exam.attemptId}/report`}>{t('ended.report')}</ButtonLink>
      </div>
    );
  }
  if (state !== 'entered') return <p className={styles.notice}>{t('start.ended')}</p>;
  if (now < Date.parse(opensAt))
    return <p className={styles.notice}>{t('start.notOpen', { time: format.dateTime(opensAt) })}</p>;
  if (now >= Date.parse(closesAt))
    return <p className={styles.notice}>{t('start.closed', { time: format.dateTime(closesAt) })}</p>;
  return <Begin entry={entry} exam={exam} leftSec={(Date.parse(closesAt) - now) / 1000} />;
}

function Begin({ entry, exam, leftSec }: Props & { readonly leftSec: number }) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  // What was granted to somebody reaches past the end of the part.
  const haveSec = leftSec + exam.grantedSec;
  const begin = useAct({
    mutationFn: () => startAttempt(entry.id, exam.partId),
    onSuccess: async ({ id }) => {
      await navigate(`/exam/${id}`);
      void client.invalidateQueries(ownEntriesQuery);
    },
  });
  return (
    <div className={styles.begin}>
      {haveSec < exam.durationSec && (
        <p className={styles.notice}>
          {t('start.shortened', {
            to: format.dateTime(exam.closesAt),
            count: Math.floor(haveSec / 60),
          })}
        </p>
      )}
      <OpenCarryNote entryId={entry.id} />
      {begin.isError && <ErrorState error={begin.error} inline />}
      <Button tone="primary" size="large" busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('start.begin')}
      </Button>
    </div>
  );
}
