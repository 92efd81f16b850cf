import type { AttemptView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { ownEntriesQuery } from '../../queries/entries.ts';
import { viewAttempt } from '../../queries/attempts.ts';
import { Ended } from './ended.tsx';
import styles from './exam-page.module.css';
import { Sitting } from './sitting.tsx';

const untilScoredMs = 1_000;

/** What is open with its time over has no items either: it is as good as handed in, and waits for that. */
const isRunning = (view: AttemptView | undefined) => view !== undefined && view.items.length > 0;

export function ExamPage() {
  const { t } = useTranslation('exam');
  const { attemptId = '' } = useParams();
  const localized = useLocalized();
  const client = useQueryClient();
  const [unsaved, setUnsaved] = useState(0);
  const attempt = useQuery({
    queryKey: ['attempt', attemptId],
    queryFn: () => viewAttempt(attemptId),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state }) =>
      state.data && !isRunning(state.data) && state.data.state !== 'scored' ? untilScoredMs : false,
  });
  const { data: view, refetch } = attempt;
  usePageTitle(view ? localized(view.title) : null);
  const end = useCallback(
    (count: number) => {
      setUnsaved(count);
      void refetch();
      void client.invalidateQueries(ownEntriesQuery);
    },
    [client, refetch],
  );

  if (view && isRunning(view)) return <Sitting key={view.id} view={view} onOver={end} />;
  if (view) return <Ended view={view} unsaved={unsaved} />;
  return (
    <main className={styles.ended} id="main" tabIndex={-1}>
      {attempt.isError ? (
        <ErrorState error={attempt.error} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={6} label={t('loading')} />
      )}
    </main>
  );
}
