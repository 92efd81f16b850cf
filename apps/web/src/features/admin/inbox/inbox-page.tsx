import type { MessageRow } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PagedTable } from '../../../components/paged-table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { messagesList } from '../../../queries/messages.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { useMessageColumns } from './message-columns.tsx';
import { MessageFilterBar } from './message-filter-bar.tsx';
import { readMessageFilter } from './message-filter.ts';
import { ReadMessage } from './read-message.tsx';

export function InboxPage() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const [read, setRead] = useState<MessageRow | null>(null);
  const columns = useMessageColumns(setRead);
  const filter = readMessageFilter(search);
  return (
    <AdminPage section="inbox">
      <MessageFilterBar filter={filter} />
      <div className={styles.wholeWords}>
        <PagedTable
          name="inbox"
          caption={t('inbox.caption')}
          columns={columns}
          list={messagesList}
          query={filter}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('inbox.empty')}>{t('inbox.emptyText')}</EmptyState>}
        />
      </div>
      {read && <ReadMessage message={read} onClose={() => setRead(null)} />}
    </AdminPage>
  );
}
