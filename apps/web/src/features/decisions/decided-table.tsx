import type { DecidedCase } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { gradeOf } from '../../lib/grade-of.ts';
import { decidedList } from '../../queries/decisions.ts';
import styles from './queue-page.module.css';
import { useCandidateColumn } from './use-candidate-column.tsx';

export function DecidedTable() {
  const { t } = useTranslation('decisions');
  const candidate = useCandidateColumn<DecidedCase>('decided');
  const wordsOf = (row: DecidedCase) => t(`outcome.${row.outcome}`, { grade: gradeOf(row) });
  const outcomeOf = (row: DecidedCase) => {
    const { credentialStatus } = row;
    const words = wordsOf(row);
    return credentialStatus && credentialStatus !== 'valid'
      ? `${words} · ${t(`outcome.${credentialStatus}`)}`
      : words;
  };
  const columns: Column<DecidedCase>[] = [
    candidate,
    {
      key: 'outcome',
      header: t('column.outcome'),
      sorts: true,
      text: outcomeOf,
      cell: (row) => (
        <span className={styles.marks}>
          <span className={styles.grade}>
            <GradeMark grade={row.grade} size="small" tone="seal" label="" />
            {wordsOf(row)}
          </span>
          {row.credentialStatus === 'revoked' && <StateMark tone="bad">{t('outcome.revoked')}</StateMark>}
          {(row.credentialStatus === 'superseded' || row.credentialStatus === 'expired') && (
            <StateMark tone="neutral">{t(`outcome.${row.credentialStatus}`)}</StateMark>
          )}
        </span>
      ),
    },
    {
      key: 'certifier',
      header: t('column.certifier'),
      sorts: true,
      text: (row) => row.certifierName,
      cell: (row) => row.certifierName,
    },
    {
      key: 'decidedAt',
      header: t('column.decidedAt'),
      sorts: true,
      text: (row) => row.decidedAt,
      cell: (row) => <DateTime instant={row.decidedAt} />,
    },
  ];
  return (
    <PagedTable
      name="decided"
      caption={t('list.decided')}
      columns={columns}
      list={decidedList}
      rowKey={(row) => row.entryId}
      empty={<EmptyState title={t('empty.decided')}>{t('empty.decidedText')}</EmptyState>}
    />
  );
}
