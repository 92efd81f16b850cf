import type { SessionEntriesView, SessionEntry } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { usePageTitle } from '../../../lib/page-title.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { sessionEntriesQuery, sessionsQuery } from '../../../queries/sessions.ts';
import { SessionCard } from './session-card.tsx';
import { SessionRegistrars } from './session-registrars.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { FreeSittingDialog } from './free-sitting-dialog.tsx';

export type Acted = { readonly act: 'excuse' | 'free-sitting'; readonly entry: SessionEntry };

/** Who is in a session, with what a named person may do about each entry. */
export function SessionEntriesPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const query = useQuery(sessionEntriesQuery(id));
  return (
    <AdminPage section="entries">
      <p>
        <Link to="/admin/sessions">{t('entries.back')}</Link>
      </p>
      {query.isPending && <Loading lines={6} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Entries view={query.data} />}
    </AdminPage>
  );
}

function Entries({ view }: { readonly view: SessionEntriesView }) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const [acted, setActed] = useState<Acted | null>(null);
  const columns = useEntryColumns(setActed);
  const sessions = useQuery(sessionsQuery);
  const session = sessions.data?.find(({ id }) => id === view.sessionId);
  const title = t('entries.caption', { session: text(view.title) });
  usePageTitle(title);
  const close = () => setActed(null);
  return (
    <div className={styles.entries}>
      <h2>{text(view.title)}</h2>
      {sessions.isPending && <Loading lines={4} />}
      {sessions.error && !session && (
        <ErrorState error={sessions.error} inline onRetry={() => void sessions.refetch()} />
      )}
      {session && <SessionCard session={session} />}
      {session?.state !== 'cancelled' && <SessionRegistrars sessionId={view.sessionId} />}
      <Table
        name="entries"
        caption={title}
        columns={columns}
        rows={view.entries}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('entries.empty')}>{t('entries.emptyText')}</EmptyState>}
      />
      {acted?.act === 'excuse' && (
        <ExcuseDialog entry={acted.entry} sessionId={view.sessionId} onClose={close} />
      )}
      {acted?.act === 'free-sitting' && (
        <FreeSittingDialog entry={acted.entry} sessionId={view.sessionId} onClose={close} />
      )}
    </div>
  );
}
