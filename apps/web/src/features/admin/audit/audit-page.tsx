import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { linkTo } from '../../../lib/address-of.ts';
import { ownZoneName } from '../../../lib/zone-name.ts';
import { auditQuery } from '../../../queries/audit.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AuditTable } from './audit-table.tsx';
import { FoundCases } from './found-cases.tsx';
import { filterOf, readAuditFields, type AuditFields } from './read-audit-filter.ts';

/** Who did what, latest first; what is searched for lives in the address. */
export function AuditPage() {
  const { t, locale } = useTranslation('admin');
  const [search] = useSearchParams();
  const fields = readAuditFields(search);
  return (
    <AdminPage section="audit">
      <AuditFilterBar fields={fields} />
      {(fields.from || fields.to) && (
        <p className={styles.faint}>{t('audit.zone', { zone: ownZoneName(locale) })}</p>
      )}
      <Trail fields={fields} />
    </AdminPage>
  );
}

function Trail({ fields }: { readonly fields: AuditFields }) {
  const { t, locale } = useTranslation('admin');
  const filter = filterOf(fields);
  const trail = useInfiniteQuery(auditQuery(filter));
  if (trail.isPending) return <Loading lines={10} />;
  if (!trail.data) return <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />;
  const { events, cases } = trail.data;
  return (
    <>
      <FoundCases cases={cases} />
      {events.length === 0 ? (
        <EmptyState title={t('audit.empty')}>{t('audit.emptyText')}</EmptyState>
      ) : (
        <>
          <div className={styles.tools}>
            <span role="status" className={styles.faint}>
              {t('audit.shown', { count: events.length })}
            </span>
            <ButtonLink
              size="small"
              icon="download"
              to={linkTo('/api/audit/export.csv', {}, { ...filter, locale })}
              reloadDocument
              download
            >
              {t('audit.export')}
            </ButtonLink>
          </div>
          <AuditTable events={events} />
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
      )}
    </>
  );
}
