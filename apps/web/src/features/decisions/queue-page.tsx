import type { DecisionQueue } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { api } from '../../lib/api.ts';
import { DecidedTable } from './decided-table.tsx';
import styles from './queue-page.module.css';
import { UndecidedTable } from './undecided-table.tsx';

const lists = ['clear', 'nearBoundary', 'proposed', 'blocked', 'decided'] as const;
type List = (typeof lists)[number];

/** What is ready, what deserves a second look, what must wait, and what was decided. */
export function QueuePage() {
  const { t } = useTranslation('decisions');
  const query = useQuery({
    queryKey: ['decisions'],
    queryFn: ({ signal }) => api.get<DecisionQueue>('/api/decisions/queue', { signal }),
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      {query.isPending && <Loading lines={6} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Lists queue={query.data} />}
    </Page>
  );
}

function Lists({ queue }: { readonly queue: DecisionQueue }) {
  const { t } = useTranslation('decisions');
  const [search, setSearch] = useSearchParams();
  const asked = lists.find((list) => list === search.get('list'));
  const choose = (list: List) => setSearch({ list }, { replace: true, preventScrollReset: true });
  return (
    <Tabs
      label={t('lists')}
      value={asked ?? firstWithWork(queue)}
      onChange={choose}
      tabs={lists.map((list) => ({
        value: list,
        label: (
          <>
            {t(`list.${list}`)} <span className={styles.count}>{queue[list].length}</span>
          </>
        ),
        content: (
          <div className={styles.list}>
            <p className={styles.about}>{t(`about.${list}`)}</p>
            {list === 'decided' ? (
              <DecidedTable cases={queue.decided} />
            ) : (
              <UndecidedTable list={list} cases={queue[list]} />
            )}
          </div>
        ),
      }))}
    />
  );
}

const firstWithWork = (queue: DecisionQueue): List =>
  lists.find((list) => list !== 'decided' && queue[list].length > 0) ?? 'clear';
