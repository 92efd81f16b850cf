import type { DeskWork, ExamSessionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Table } from '../../components/table.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { desksQuery } from '../../queries/desk.ts';
import styles from './desk.module.css';
import { WaitingMarks } from './waiting-marks.tsx';

type WorkRow = DeskWork & { readonly session: ExamSessionView };

/** What waits in which session, before one of them is chosen. */
export function WorkTable({ sessions }: { readonly sessions: readonly ExamSessionView[] }) {
  const { t } = useTranslation('desk');
  const work = useQuery(desksQuery);
  const columns = useWorkColumns();
  if (work.isPending) return <Loading lines={4} />;
  if (work.isError) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  const rows = work.data.flatMap((one) => {
    const session = sessions.find(({ id }) => id === one.sessionId);
    return session ? [{ ...one, session }] : [];
  });
  return (
    <Table
      name="work"
      caption={t('work.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ sessionId }) => sessionId}
      empty={<EmptyState title={t('work.empty')}>{t('work.emptyText')}</EmptyState>}
    />
  );
}

function useWorkColumns(): readonly Column<WorkRow>[] {
  const { t } = useTranslation('desk');
  const text = useLocalized();
  const sumOf = ({ missingCounts }: WorkRow) => Object.values(missingCounts).reduce((sum, n) => sum + n, 0);
  return [
    {
      key: 'session',
      header: t('session'),
      sortBy: ({ session }) => text(session.title),
      cell: ({ session }) => (
        <span className={styles.lines}>
          <Link to={{ search: `?session=${session.id}` }}>{text(session.title)}</Link>
          <span className={styles.faint}>
            {t(`common:role.${session.role}`)} · {t(`common:level.${session.level}`)}
          </span>
        </span>
      ),
    },
    {
      key: 'opensAt',
      header: t('work.opensAt'),
      sortBy: ({ session }) => session.opensAt,
      cell: ({ session }) => <DateTime instant={session.opensAt} />,
    },
    {
      key: 'waiting',
      header: t('work.waiting'),
      sortBy: (row) => row.requestedCount + sumOf(row),
      cell: (row) => <WaitingMarks sessionId={row.sessionId} counts={row} />,
    },
    {
      key: 'accommodations',
      header: t('work.accommodations'),
      align: 'end',
      sortBy: ({ accommodationCount }) => accommodationCount,
      cell: ({ accommodationCount }) =>
        accommodationCount > 0 ? <Link to="/accommodations">{accommodationCount}</Link> : 0,
    },
  ];
}
