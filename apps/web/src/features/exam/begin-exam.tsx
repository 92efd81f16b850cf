import type { OwnEntry } from '@ennead/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { examApi } from './exam-api.ts';
import styles from './start-page.module.css';

/** Begins, continues, or says why neither is possible; whichever the server's time allows. */
export function BeginExam({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const { exam, opensAt, closesAt, serverNow } = entry;
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
  if (now < Date.parse(opensAt))
    return <p className={styles.notice}>{t('start.notOpen', { time: format.dateTime(opensAt) })}</p>;
  if (now >= Date.parse(closesAt))
    return <p className={styles.notice}>{t('start.closed', { time: format.dateTime(closesAt) })}</p>;
  return <Begin entry={entry} leftSec={(Date.parse(closesAt) - now) / 1000} />;
}

function Begin({ entry, leftSec }: { readonly entry: OwnEntry; readonly leftSec: number }) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => examApi.start(entry.id),
    onSuccess: async ({ id }) => {
      await navigate(`/exam/${id}`);
      void client.invalidateQueries({ queryKey: ['entries', 'mine'] });
    },
  });
  return (
    <div className={styles.begin}>
      {leftSec < entry.exam.durationSec && (
        <p className={styles.notice}>
          {t('start.shortened', {
            to: format.dateTime(entry.closesAt),
            count: Math.floor(leftSec / 60),
          })}
        </p>
      )}
      {begin.isError && <ErrorState error={begin.error} inline />}
      <Button tone="primary" size="large" busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('start.begin')}
      </Button>
    </div>
  );
}
