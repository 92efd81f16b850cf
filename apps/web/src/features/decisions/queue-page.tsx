import type { QueueCounts } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { queueCountsQuery } from '../../queries/decisions.ts';
import { AboveScoresTable } from './above-scores-table.tsx';
import { DecidedTable } from './decided-table.tsx';
import { lists, readList, type List } from './list-place.ts';
import styles from './queue-page.module.css';
import { UndecidedTable } from './undecided-table.tsx';

/** What is ready, what deserves a second look, which grades stand above their scores, what must wait, and what was decided. */
export function QueuePage() {
  const { t } = useTranslation('decisions');
  const query = useQuery(queueCountsQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeclarationBanner />
      {query.isPending && <Loading lines={6} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Lists counts={query.data} />}
    </Page>
  );
}

function Lists({ counts }: { readonly counts: QueueCounts }) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const asked = readList(search);
  const choose = (list: List) => setSearch({ list }, { replace: true, preventScrollReset: true });
  return (
    <Tabs
      label={t('lists')}
      value={asked ?? firstWithWork(counts)}
      onChange={choose}
      tabs={lists.map((list) => ({
        value: list,
        label: (
          <>
            {t(`list.${list}`)} <span className={styles.count}>{format.number(counts[list])}</span>
          </>
        ),
        content: (
          <div className={styles.list}>
            <p className={styles.about}>{t(`about.${list}`)}</p>
            <ListTable list={list} />
          </div>
        ),
      }))}
    />
  );
}

function ListTable({ list }: { readonly list: List }) {
  if (list === 'decided') return <DecidedTable />;
  if (list === 'aboveScores') return <AboveScoresTable />;
  return <UndecidedTable list={list} />;
}

const firstWithWork = (counts: QueueCounts): List =>
  lists.find((list) => list !== 'decided' && counts[list] > 0) ?? 'clear';
