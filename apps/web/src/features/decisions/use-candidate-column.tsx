import type { DecidedCase, UndecidedCase } from '@ennead/contracts';
import { Link } from 'react-router';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import type { List } from './list-place.ts';
import styles from './queue-page.module.css';
import { useCasePath } from './use-case-path.ts';

type CaseRow = Pick<DecidedCase, 'entryId' | 'candidateName' | 'role' | 'level' | 'number' | 'sessionTitle'> &
  Partial<Pick<UndecidedCase, 'cohortName'>>;

/** Whose case it is, as far as it may show, for what, and which of their tries; leads to the case, which leads back here. */
export function useCandidateColumn<Row extends CaseRow>(list: List): Column<Row> {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const pathOf = useCasePath(list);
  const nameOf = (row: Row) => row.candidateName ?? t('hiddenName');
  const targetOf = ({ role, level }: Row) =>
    t('target', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) });
  const tryOf = ({ number, sessionTitle, cohortName }: Row) =>
    [t('common:entry.number', { number }), text(sessionTitle), cohortName].filter(Boolean).join(' · ');
  return {
    key: 'candidate',
    header: t('column.candidate'),
    sorts: true,
    cell: (row) => (
      <>
        <Link to={pathOf(row.entryId)} className={styles.name}>
          {nameOf(row)}
        </Link>
        <span className={styles.under}>{targetOf(row)}</span>
        <span className={styles.under}>{tryOf(row)}</span>
      </>
    ),
    text: (row) => `${nameOf(row)} ${targetOf(row)} ${tryOf(row)}`,
  };
}
