import type { NoticeView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { TablePaging } from '../../components/table-paging.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { noticesQuery, unreadQuery } from '../../queries/notices.ts';
import { Notice } from './notice.tsx';
import styles from './notices.module.css';
import { useReadNotices } from './use-read-notices.ts';

export function NoticesPage() {
  const { t } = useTranslation('notices');
  const unread = useQuery(unreadQuery);
  const read = useReadNotices();
  return (
    <Page
      width="text"
      title={t('title')}
      lead={t('lead')}
      actions={
        (unread.data?.count ?? 0) > 0 && (
          <Button icon="check" busy={read.all.isPending} onClick={() => read.all.mutate()}>
            {t('readAll')}
          </Button>
        )
      }
    >
      {read.all.error && <ErrorState error={read.all.error} inline />}
      <Notices onRead={({ id, readAt }) => readAt === null && read.one(id)} />
    </Page>
  );
}

function Notices({ onRead }: { readonly onRead: (notice: NoticeView) => void }) {
  const { t, locale } = useTranslation('notices');
  const [search, setSearch] = useSearchParams();
  const asked = Math.max(1, Math.round(Number(search.get('page'))) || 1);
  const notices = useQuery(noticesQuery(locale, asked));
  if (notices.isPending) return <Loading lines={6} />;
  if (!notices.data) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />;
  const { rows, total, page, size } = notices.data;
  if (total === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  const pages = Math.ceil(total / size);
  return (
    <>
      <ul role="list" className={styles.list}>
        {rows.map((notice) => (
          <Notice key={notice.id} notice={notice} onRead={() => onRead(notice)} />
        ))}
      </ul>
      {pages > 1 && (
        <TablePaging page={page} pages={pages} onPage={(next) => setSearch({ page: String(next) })} />
      )}
    </>
  );
}
