import type { ReviewListed, ReviewQueueView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../components/button.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { reviewQueueQuery } from '../../queries/reviews.ts';
import { listPath, useKind } from './use-kind.ts';
import { QueueTable } from './queue-table.tsx';
import { TakenBackList } from './taken-back-list.tsx';
import styles from './reviews.module.css';

/** On the same day where the reader is. */
const isSameDay = (one: string, other: string) =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** One's own scripts: how much is left today, and where to go on. */
export function QueuePage() {
  const { t } = useTranslation('reviews');
  const kind = useKind();
  const queue = useQuery(reviewQueueQuery(kind));
  const isAdjudication = kind === 'adjudication';
  return (
    <Page
      title={t(isAdjudication ? 'adjudicationsTitle' : 'title')}
      lead={t(isAdjudication ? 'adjudicationsLead' : 'lead')}
    >
      <DeclarationBanner />
      {queue.isPending && <Loading lines={6} />}
      {queue.error && !queue.data && <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && queue.data.reviews.length === 0 && (
        <EmptyState title={t('queue.emptyTitle')}>{t('queue.empty')}</EmptyState>
      )}
      {queue.data && queue.data.reviews.length > 0 && (
        <>
          <Left queue={queue.data} path={listPath[kind]} />
          <QueueTable reviews={queue.data.reviews} path={listPath[kind]} />
        </>
      )}
      {queue.data && <TakenBackList scripts={queue.data.takenBack} />}
    </Page>
  );
}

function Left({ queue, path }: { readonly queue: ReviewQueueView; readonly path: string }) {
  const { t } = useTranslation('reviews');
  const open = queue.reviews.filter(({ state }) => state === 'assigned');
  const begun = open.find(({ markedCount }: ReviewListed) => markedCount > 0);
  const next = begun ?? open[0];
  const done = queue.reviews.filter(
    ({ submittedAt }) => submittedAt !== null && isSameDay(submittedAt, queue.serverNow),
  ).length;
  return (
    <div className={styles.left}>
      <p className={styles.leftCount} data-testid="left-count">
        {open.length > 0 ? t('queue.left', { count: queue.leftCount }) : t('queue.none')}
      </p>
      <p className={styles.soft}>{t('queue.doneToday', { count: done })}</p>
      {next && (
        <ButtonLink tone="primary" to={`${path}/${next.id}`}>
          {t(begun ? 'queue.resume' : 'queue.start')}
        </ButtonLink>
      )}
    </div>
  );
}
