import type { CohortSummary } from '@ennead/contracts';
import { Link } from 'react-router';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './institution.module.css';
import { SessionWindow } from './session-window.tsx';

export function useCohortColumns(): readonly Column<CohortSummary>[] {
  const { t } = useTranslation('institution');
  const text = useLocalized();
  const format = useFormat();
  const trainersOf = (cohort: CohortSummary) => format.list(cohort.trainers.map(({ name }) => name));
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (cohort) => (
        <span className={styles.lines}>
          <Link to={`/institution/cohorts/${cohort.id}`} className={styles.name}>
            {cohort.name}
          </Link>
          {cohort.archivedAt !== null && <span className={styles.faint}>{t('archive.mark')}</span>}
        </span>
      ),
      sortBy: (cohort) => cohort.name,
    },
    {
      key: 'session',
      header: t('column.session'),
      cell: ({ examSession }) => text(examSession.title),
      sortBy: ({ examSession }) => text(examSession.title),
    },
    {
      key: 'role',
      header: t('column.role'),
      cell: ({ examSession }) => (
        <span className={styles.lines}>
          <span>{t(`common:role.${examSession.role}`)}</span>
          <span className={styles.faint}>{t(`common:level.${examSession.level}`)}</span>
        </span>
      ),
      text: ({ examSession }) =>
        `${t(`common:role.${examSession.role}`)} · ${t(`common:level.${examSession.level}`)}`,
    },
    {
      key: 'window',
      header: t('column.window'),
      cell: ({ examSession }) => (
        <div className={styles.narrow}>
          <SessionWindow {...examSession} />
        </div>
      ),
      sortBy: ({ examSession }) => examSession.opensAt,
      text: ({ examSession }) =>
        t('window.span', {
          from: format.dateTime(examSession.opensAt),
          to: format.dateTime(examSession.closesAt),
        }),
    },
    {
      key: 'members',
      header: t('column.members'),
      cell: ({ memberCount }) => format.number(memberCount),
      sortBy: ({ memberCount }) => memberCount,
      align: 'end',
    },
    {
      key: 'trainers',
      header: t('column.trainers'),
      cell: (cohort) => (
        <span className={styles.words}>
          {trainersOf(cohort) || <span className={styles.faint}>{t('noTrainers')}</span>}
        </span>
      ),
      text: trainersOf,
    },
  ];
}
