import type { WorkView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../../components/card.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { Notice } from '../notice.tsx';
import { workQuery } from '../../../queries/work.ts';
import { DutiesTable } from './duties-table.tsx';
import { ParkedTable } from './parked-table.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** How the work goes that follows what people do: what waits, what fails, what waits for somebody to look. */
export function WorkPage() {
  return (
    <AdminPage section="work">
      <Work />
    </AdminPage>
  );
}

function Work() {
  const { t } = useTranslation('admin');
  const work = useQuery(workQuery);
  if (work.isPending) return <Loading lines={10} />;
  if (!work.data) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  const { duties, parked, parkedCount, serverNow } = work.data;
  return (
    <>
      <p className={styles.faint}>
        {t('work.asOf')} <DateTime instant={serverNow} show="time" />
      </p>
      {work.isError && <ErrorState error={work.error} inline />}
      {duties.every(({ silent }) => silent) && <Notice>{t('work.nobody')}</Notice>}
      <Card title={t('work.parked')} aside={<ParkedMark count={parkedCount} />}>
        <p className={styles.soft}>{t('work.parkedText')}</p>
        {parked.length > 0 && <ParkedTable events={parked} />}
      </Card>
      <Card title={t('work.waiting')}>
        <WaitingTable work={work.data} />
      </Card>
      <Card title={t('work.duties')}>
        <DutiesTable duties={duties} />
      </Card>
    </>
  );
}

function ParkedMark({ count }: { readonly count: WorkView['parkedCount'] }) {
  const { t } = useTranslation('admin');
  return (
    <StateMark tone={count > 0 ? 'bad' : 'good'}>
      {count > 0 ? t('work.parkedCount', { count }) : t('work.parkedNone')}
    </StateMark>
  );
}
