import type { DecidedCase } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './queue-page.module.css';

export function DecidedTable() {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const nameOf = (row: DecidedCase) => row.candidateName ?? t('hiddenName');
  const targetOf = ({ role, level }: DecidedCase) =>
    t('target', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) });
  const outcomeOf = ({ outcome, grade, credentialState }: DecidedCase) => {
    const words = t(`outcome.${outcome}`, { grade: grade ?? '' });
    return credentialState && credentialState !== 'issued'
      ? `${words} · ${t(`outcome.${credentialState}`)}`
      : words;
  };
  const columns: Column<DecidedCase>[] = [
    {
      key: 'candidate',
      header: t('column.candidate'),
      sorts: true,
      text: (row) => `${nameOf(row)} ${targetOf(row)} ${text(row.sessionTitle)}`,
      cell: (row) => (
        <>
          <Link to={`/decisions/${row.entryId}`} className={styles.name}>
            {nameOf(row)}
          </Link>
          <span className={styles.under}>{targetOf(row)}</span>
          <span className={styles.under}>{text(row.sessionTitle)}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('column.outcome'),
      sorts: true,
      text: outcomeOf,
      cell: (row) => (
        <span className={styles.marks}>
          <span className={styles.grade}>
            <GradeMark grade={row.grade} size="small" tone="seal" label="" />
            {t(`outcome.${row.outcome}`, { grade: row.grade ?? '' })}
          </span>
          {row.credentialState === 'revoked' && <StateMark tone="bad">{t('outcome.revoked')}</StateMark>}
          {row.credentialState === 'superseded' && (
            <StateMark tone="neutral">{t('outcome.superseded')}</StateMark>
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
      path="/api/decisions/decided"
      queryKey={['decisions']}
      rowKey={(row) => row.entryId}
      empty={<EmptyState title={t('empty.decided')}>{t('empty.decidedText')}</EmptyState>}
    />
  );
}
