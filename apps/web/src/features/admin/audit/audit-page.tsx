import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { AuditExport } from './audit-export.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { auditQuery, type AuditFilter } from '../../../queries/audit.ts';
import { readAuditFilter } from './read-audit-filter.ts';
import { AuditTable } from './audit-table.tsx';

/** Who did what, newest first; the filter lives in the address. */
export function AuditPage() {
  const [search] = useSearchParams();
  const filter = readAuditFilter(search);
  return (
    <AdminPage section="audit">
      <AuditFilterBar filter={filter} />
      <Trail filter={filter} />
    </AdminPage>
  );
}

function Trail({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useTranslation('admin');
  const trail = useInfiniteQuery(auditQuery(filter));
  if (trail.isPending) return <Loading lines={10} />;
  if (!trail.data) return <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />;
  if (trail.data.length === 0)
    return <EmptyState title={t('audit.empty')}>{t('audit.emptyText')}</EmptyState>;
  return (
    <>
      <div className={styles.tools}>
        <span role="status" className={styles.faint}>
          {t('audit.shown', { count: trail.data.length })}
        </span>
        <AuditExport events={trail.data} />
      </div>
      <AuditTable events={trail.data} />
      {trail.isFetchNextPageError && <ErrorState error={trail.error} inline />}
      <div className={styles.older}>
        {trail.hasNextPage ? (
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t('audit.older')}
          </Button>
        ) : (
          <p className={styles.faint}>{t('audit.end')}</p>
        )}
      </div>
    </>
  );
}
