import type { CohortMember, CohortView } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './institution.module.css';
import { MemberFilterBar } from './member-filter-bar.tsx';
import { accountOf, filterMembers, readMemberFilter } from './member-filter.ts';
import { NewLink } from './new-link.tsx';
import { rankOf, stateKey, toneOf, type Part } from './part-states.ts';

interface Props {
  readonly cohort: CohortView;
  readonly isManager: boolean;
}

/** People as rows, the three parts and the result as columns. */
export function MembersTable({ cohort, isManager }: Props) {
  const { t } = useTranslation('institution');
  const [search] = useSearchParams();
  const [invited, setInvited] = useState<CohortMember | null>(null);
  const filter = readMemberFilter(search);
  const columns = useColumns(isManager && cohort.members.some(({ active }) => !active) ? setInvited : null);
  return (
    <>
      <MemberFilterBar filter={filter} />
      <Table
        name="people"
        caption={t('cohort.peopleCaption', { name: cohort.name })}
        columns={columns}
        rows={filterMembers(cohort.members, filter)}
        rowKey={(member) => member.enrolmentId}
        pageSize={50}
      />
      {invited && <NewLink cohortId={cohort.id} member={invited} onClose={() => setInvited(null)} />}
    </>
  );
}

function useColumns(onInvite: ((member: CohortMember) => void) | null): readonly Column<CohortMember>[] {
  const { t } = useTranslation('institution');
  const partColumn = <P extends Part>(part: P): Column<CohortMember> => ({
    key: part,
    header: t(`part.${part}`),
    cell: (member) => (
      <StateMark tone={toneOf(part, member[part])}>{t(stateKey(part, member[part]))}</StateMark>
    ),
    sortBy: (member) => rankOf(part, member[part]),
    text: (member) => t(stateKey(part, member[part])),
  });
  const columns: readonly Column<CohortMember>[] = [
    {
      key: 'name',
      header: t('member.name'),
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
      sortBy: ({ name }) => name,
    },
    {
      key: 'email',
      header: t('member.email'),
      cell: ({ email }) => <span className={styles.soft}>{email}</span>,
      sortBy: ({ email }) => email,
    },
    {
      key: 'account',
      header: t('part.account'),
      cell: (member) => (
        <StateMark tone={member.active ? 'good' : 'neutral'} icon={member.active ? 'user' : 'clock'}>
          {t(`account.${accountOf(member)}`)}
        </StateMark>
      ),
      sortBy: (member) => Number(member.active),
      text: (member) => t(`account.${accountOf(member)}`),
    },
    partColumn('exam'),
    partColumn('lab'),
    partColumn('portfolio'),
    partColumn('result'),
    {
      key: 'grade',
      header: t('member.grade'),
      cell: ({ grade }) =>
        grade !== null && (
          <span className={styles.grade}>
            <GradeMark grade={grade} size="small" tone="seal" label="" />
            {t('common:grade.short', { grade })}
          </span>
        ),
      sortBy: ({ grade }) => grade,
    },
  ];
  if (!onInvite) return columns;
  return [
    ...columns,
    {
      key: 'invite',
      header: t('member.action'),
      plain: true,
      cell: (member) =>
        !member.active && (
          <Button
            size="small"
            icon="link"
            aria-label={t('member.newLinkFor', { name: member.name })}
            onClick={() => onInvite(member)}
          >
            {t('member.newLink')}
          </Button>
        ),
    },
  ];
}
