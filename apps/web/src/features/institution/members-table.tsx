import type { CohortMember, CohortView } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmailText } from '../../components/email-text.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useTryText } from '../../lib/try-text.ts';
import { membersList } from '../../queries/cohorts.ts';
import styles from './institution.module.css';
import { MemberMailMark } from './member-mail-mark.tsx';
import { MemberFilterBar } from './member-filter-bar.tsx';
import { accountOf, readMemberFilter } from './member-filter.ts';
import { NewLink } from './new-link.tsx';
import { stateKey, toneOf, type Part } from './part-states.ts';
import { useAccommodations } from './use-accommodations.tsx';

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
  const columns = useColumns(isManager ? setInvited : null);
  const accommodation = useAccommodations(cohort.id, isManager);
  return (
    <>
      <MemberFilterBar filter={filter} />
      <div className={classNames(styles.people, styles.wholeWords)}>
        <PagedTable
          name="people"
          caption={t('cohort.peopleCaption', { name: cohort.name })}
          columns={[...columns, ...accommodation.columns]}
          list={membersList(cohort.id)}
          query={filter}
          rowKey={(member) => member.entryId}
        />
      </div>
      {accommodation.dialog}
      {invited && <NewLink cohortId={cohort.id} member={invited} onClose={() => setInvited(null)} />}
    </>
  );
}

function useColumns(onInvite: ((member: CohortMember) => void) | null): readonly Column<CohortMember>[] {
  const { t } = useTranslation('institution');
  const tryText = useTryText();
  const localized = useLocalized();
  const wordOf = (part: Part) => (member: CohortMember) => t(stateKey(part, member[part]));
  const gradeOf = ({ grade }: CohortMember) => (grade === null ? '' : t('common:grade.short', { grade }));
  const mark = (part: Part) => (member: CohortMember) => (
    <StateMark tone={toneOf(part, member[part])}>{wordOf(part)(member)}</StateMark>
  );
  const partColumn = (part: Part): Column<CohortMember> => ({
    key: part,
    header: t(`part.${part}`),
    cell: mark(part),
    sorts: true,
    text: wordOf(part),
  });
  return [
    {
      key: 'name',
      header: t('member.name'),
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
      sorts: true,
      text: ({ name }) => name,
    },
    {
      key: 'email',
      header: t('member.email'),
      cell: ({ email }) => <EmailText email={email} />,
      sorts: true,
      text: ({ email }) => email,
    },
    {
      key: 'account',
      header: t('part.account'),
      cell: (member) => (
        <span className={styles.marks}>
          <StateMark tone={member.active ? 'good' : 'neutral'} icon={member.active ? 'user' : 'clock'}>
            {t(`account.${accountOf(member)}`)}
          </StateMark>
          {onInvite && (
            <Button
              size="small"
              icon="link"
              tone={member.active ? 'quiet' : undefined}
              className={styles.oneLine}
              aria-label={t(member.active ? 'member.resetFor' : 'member.newLinkFor', { name: member.name })}
              onClick={() => onInvite(member)}
            >
              {t(member.active ? 'member.reset' : 'member.newLink')}
            </Button>
          )}
        </span>
      ),
      sorts: true,
      text: (member) => t(`account.${accountOf(member)}`),
    },
    {
      key: 'mail',
      header: t('part.mail'),
      cell: (member) => <MemberMailMark member={member} />,
      sorts: true,
      text: ({ mail }) => t(`mail.${mail.state}`),
    },
    {
      key: 'cause',
      header: t('part.cause'),
      cell: (member) => (
        <span className={styles.marks}>
          {tryText(member)}
          {member.otherSession && <span className={styles.soft}>{localized(member.otherSession)}</span>}
        </span>
      ),
      sorts: true,
      text: (member) =>
        [tryText(member), member.otherSession && localized(member.otherSession)].filter(Boolean).join(' '),
    },
    partColumn('exam'),
    partColumn('lab'),
    partColumn('portfolio'),
    {
      ...partColumn('result'),
      cell: (member) => (
        <span className={styles.marks}>
          {mark('result')(member)}
          {member.grade !== null && (
            <span className={styles.grade}>
              <GradeMark grade={member.grade} size="small" tone="seal" label="" />
              {gradeOf(member)}
            </span>
          )}
        </span>
      ),
      text: (member) => `${wordOf('result')(member)} ${gradeOf(member)}`.trim(),
    },
  ];
}
