import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { sessionsQuery } from '../../../queries/sessions.ts';
import { ScheduleSession } from './schedule-session.tsx';
import { useSessionColumns } from './session-columns.tsx';

export function SessionsPage() {
  const { t } = useTranslation('admin');
  const [scheduling, setScheduling] = useState(false);
  return (
    <AdminPage
      section="sessions"
      actions={
        <Button tone="primary" icon="plus" onClick={() => setScheduling(true)}>
          {t('sessions.create')}
        </Button>
      }
    >
      <Sessions />
      {scheduling && <ScheduleSession onClose={() => setScheduling(false)} />}
    </AdminPage>
  );
}

function Sessions() {
  const { t } = useTranslation('admin');
  const sessions = useQuery(sessionsQuery);
  const columns = useSessionColumns();
  if (sessions.isPending) return <Loading lines={6} />;
  if (sessions.error) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <div className={styles.wholeWords}>
      <Table
        name="sessions"
        caption={t('sessions.caption')}
        columns={columns}
        rows={sessions.data}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('sessions.empty')}>{t('sessions.emptyText')}</EmptyState>}
      />
    </div>
  );
}
