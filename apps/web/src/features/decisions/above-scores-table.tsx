import { formatComposite, type AboveScoresCase } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { aboveScoresList } from '../../queries/decisions.ts';
import styles from './queue-page.module.css';
import { useCandidateColumn } from './use-candidate-column.tsx';

/** Grades that stand although the scores no longer reach them. */
export function AboveScoresTable() {
  const { t } = useTranslation('decisions');
  const columns = useColumns();
  return (
    <PagedTable
      name="aboveScores"
      caption={t('list.aboveScores')}
      columns={columns}
      list={aboveScoresList}
      rowKey={(row) => row.entryId}
      empty={<EmptyState title={t('empty.aboveScores')}>{t('empty.aboveScoresText')}</EmptyState>}
    />
  );
}

function useColumns(): Column<AboveScoresCase>[] {
  const { t } = useTranslation('decisions');
  const candidate = useCandidateColumn<AboveScoresCase>('aboveScores');
  const reachedBy = (now: NonNullable<AboveScoresCase['now']>) =>
    now.grade === null ? t('noGrade') : t('common:grade.short', { grade: now.grade });
  const compositeOf = ({ now }: AboveScoresCase) =>
    now && now.compositeTenThousandths !== null
      ? t('aboveScores.composite', { composite: formatComposite(now.compositeTenThousandths) })
      : '';
  return [
    candidate,
    {
      key: 'grade',
      header: t('column.standing'),
      sorts: true,
      text: (row) => row.grade,
      cell: (row) => (
        <span className={styles.marks}>
          <span className={styles.grade}>
            <GradeMark grade={row.grade} size="small" tone="seal" label="" />
            {t('common:grade.short', { grade: row.grade })}
          </span>
          {row.isProposed && <StateMark tone="active">{t('aboveScores.proposed')}</StateMark>}
        </span>
      ),
    },
    {
      key: 'now',
      header: t('column.now'),
      text: (row) => (row.now ? `${reachedBy(row.now)} ${compositeOf(row)}` : t('aboveScores.hidden')),
      cell: (row) =>
        row.now ? (
          <>
            <span className={styles.grade}>
              <GradeMark grade={row.now.grade} size="small" label="" />
              {reachedBy(row.now)}
            </span>
            <span className={styles.under}>{compositeOf(row)}</span>
          </>
        ) : (
          t('aboveScores.hidden')
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
      key: 'changedAt',
      header: t('column.changedAt'),
      sorts: true,
      text: (row) => row.changedAt,
      cell: (row) => row.changedAt && <DateTime instant={row.changedAt} />,
    },
  ];
}
