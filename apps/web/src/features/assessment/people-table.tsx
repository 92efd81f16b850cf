import type { ReviewerLoad } from '@ennead/contracts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './assessment.module.css';
import { LoadBar } from './load-bar.tsx';

interface Props {
  readonly reviewers: readonly ReviewerLoad[];
  /** In how many days a script is to be marked. */
  readonly dueDays: number;
}

/** Who marks and settles, with what they have, how fast they are, and why nothing can be given to them. */
export function PeopleTable({ reviewers, dueDays }: Props) {
  const { t } = useTranslation('assessment');
  const format = useFormat();
  const most = Math.max(1, ...reviewers.map(({ openCount }) => openCount));
  const standing = ({ lacks }: ReviewerLoad) => t(lacks ? `people.lacks.${lacks}` : 'people.available');
  const toTenths = (days: number) => Math.round(days * 10) / 10;
  return (
    <Table
      name="people"
      caption={t('people.title')}
      rows={reviewers}
      rowKey={({ id, kind }) => `${kind} ${id}`}
      empty={<EmptyState title={t('people.empty')}>{t('people.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          sortBy: ({ name }) => name,
          text: ({ name, kind }) => `${name} ${t(`kind.${kind}`)}`,
          cell: ({ name, kind }) => (
            <div className={styles.lines}>
              <span className={styles.name}>{name}</span>
              <span className={styles.faint}>{t(`kind.${kind}`)}</span>
            </div>
          ),
        },
        {
          key: 'open',
          header: t('people.open'),
          sortBy: ({ openCount }) => openCount,
          cell: ({ openCount, overdueCount }) => (
            <LoadBar openCount={openCount} overdueCount={overdueCount} most={most} />
          ),
        },
        {
          key: 'overdue',
          header: t('people.overdue'),
          align: 'end',
          sortBy: ({ overdueCount }) => overdueCount,
          cell: ({ overdueCount }) => (
            <span className={overdueCount > 0 ? styles.late : undefined}>{overdueCount}</span>
          ),
        },
        {
          key: 'done',
          header: t('people.done'),
          align: 'end',
          sortBy: ({ doneCount }) => doneCount,
          cell: ({ doneCount }) => doneCount,
        },
        {
          key: 'median',
          header: t('people.median'),
          align: 'end',
          sortBy: ({ medianDays }) => medianDays,
          text: ({ medianDays }) => (medianDays === null ? '' : toTenths(medianDays)),
          cell: ({ medianDays }) =>
            medianDays === null ? (
              <span className={styles.faint}>{t('people.noMedian')}</span>
            ) : (
              <span className={medianDays > dueDays ? styles.late : undefined}>
                {t('people.medianDays', { days: format.number(toTenths(medianDays)) })}
              </span>
            ),
        },
        {
          key: 'state',
          header: t('people.state'),
          sortBy: standing,
          cell: (load) => (
            <StateMark tone={load.lacks ? 'warn' : 'good'} isSentence>
              {standing(load)}
            </StateMark>
          ),
        },
      ]}
    />
  );
}
