import type { CohortMember, CohortView, SeatProgress } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmailText } from '../../components/email-text.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fileNameOf } from '../../lib/file-name-of.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useTryText } from '../../lib/try-text.ts';
import { membersList } from '../../queries/cohorts.ts';
import styles from './institution.module.css';
import { MemberMailMark } from './member-mail-mark.tsx';
import { MemberFilterBar } from './member-filter-bar.tsx';
import { accountOf, readMemberFilter } from './member-filter.ts';
import { MemberAct, type ActName } from './member-act.tsx';
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
  const [act, setAct] = useState<{ readonly name: ActName; readonly member: CohortMember } | null>(null);
  const columns = useColumns(
    // Of a cohort that is out of the way nothing is done, and no link is handed over.
    isManager && cohort.archivedAt === null
      ? { onInvite: setInvited, onAct: (name, member) => setAct({ name, member }) }
      : null,
  );
  const accommodation = useAccommodations(cohort.id, isManager);
  return (
    <>
      <MemberFilterBar filter={filter} />
      <div className={classNames(styles.people, styles.wholeWords)}>
        <PagedTable
          name="people"
          fileName={fileNameOf(cohort.name)}
          caption={t('cohort.peopleCaption', { name: cohort.name })}
          columns={[...columns, ...accommodation.columns]}
          list={membersList(cohort.id)}
          query={filter}
          rowKey={(member) => member.entryId}
        />
      </div>
      {accommodation.dialog}
      {act && <MemberAct cohort={cohort} {...act} onClose={() => setAct(null)} />}
      {invited && <NewLink cohortId={cohort.id} member={invited} onClose={() => setInvited(null)} />}
    </>
  );
}

const seatTones: Record<SeatProgress, StateTone> = {
  invited: 'active',
  'link-expired': 'warn',
  waiting: 'neutral',
  requested: 'active',
  entered: 'good',
  absent: 'warn',
  declined: 'neutral',
  lapsed: 'neutral',
  withdrawn: 'neutral',
  'turned-down': 'neutral',
};

/** Seats that can be taken back, and people who can be moved. */
const held: readonly SeatProgress[] = ['invited', 'link-expired', 'waiting', 'requested', 'entered'];
const unanswered: readonly SeatProgress[] = ['invited', 'link-expired'];
/** Whom another letter invites: whoever let the place go is invited anew. */
const mailable: readonly SeatProgress[] = [...unanswered, 'lapsed'];
const hasActs: readonly SeatProgress[] = [...held, 'lapsed'];

interface Acts {
  readonly onInvite: (member: CohortMember) => void;
  readonly onAct: (name: ActName, member: CohortMember) => void;
}

function useColumns(acts: Acts | null): readonly Column<CohortMember>[] {
  const { t } = useTranslation('institution');
  const tryText = useTryText();
  const localized = useLocalized();
  const format = useFormat();
  const wordOf = (part: Part) => (member: CohortMember) => t(stateKey(part, member[part]));
  const gradeOf = ({ grade }: CohortMember) => (grade === null ? '' : t('common:grade.short', { grade }));
  const mark = (part: Part) => (member: CohortMember) => (
    <StateMark tone={toneOf(part, member[part])}>{wordOf(part)(member)}</StateMark>
  );
  const missingOf = ({ missing }: CohortMember) => format.list(missing.map((kind) => t(`missing.${kind}`)));
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
      cell: ({ name, studentNumber }) => (
        <span className={styles.marks}>
          <span className={styles.name}>{name}</span>
          {studentNumber && <span className={styles.soft}>{studentNumber}</span>}
        </span>
      ),
      sorts: true,
      inFile: [
        { header: t('member.name'), text: ({ name }) => name },
        { header: t('member.number'), text: ({ studentNumber }) => studentNumber },
      ],
    },
    {
      key: 'email',
      header: t('member.email'),
      cell: (member) => (
        <span className={styles.marks}>
          <EmailText email={member.email} />
          <MemberMailMark member={member} />
        </span>
      ),
      sorts: true,
      inFile: [
        { header: t('member.email'), text: ({ email }) => email },
        { header: t('part.mail'), text: ({ mail }) => t(`mail.${mail.state}`) },
      ],
    },
    {
      key: 'seat',
      header: t('part.seat'),
      cell: (member) => (
        <span className={styles.marks}>
          <StateMark tone={seatTones[member.seat]}>{t(`seat.${member.seat}`)}</StateMark>
          {member.answerBy && (
            <span className={styles.soft}>
              {t('member.answerBy', { time: format.dateTime(member.answerBy) })}
            </span>
          )}
          {acts && hasActs.includes(member.seat) && (
            <Menu
              trigger={
                <Button size="small" icon="menu" aria-label={t('member.actsFor', { name: member.name })}>
                  {t('member.acts')}
                </Button>
              }
            >
              {mailable.includes(member.seat) && (
                <MenuItem icon="refresh" onSelect={() => acts.onAct('mail', member)}>
                  {t(member.seat === 'lapsed' ? 'member.inviteAnew' : 'member.mail')}
                </MenuItem>
              )}
              {held.includes(member.seat) && (
                <>
                  <MenuItem icon="people" onSelect={() => acts.onAct('move', member)}>
                    {t('member.move')}
                  </MenuItem>
                  <MenuItem icon="ban" onSelect={() => acts.onAct('withdraw', member)}>
                    {t('member.withdraw')}
                  </MenuItem>
                </>
              )}
            </Menu>
          )}
        </span>
      ),
      sorts: true,
      text: ({ seat }) => t(`seat.${seat}`),
    },
    {
      key: 'account',
      header: t('part.account'),
      cell: (member) => (
        <span className={styles.marks}>
          <StateMark tone={member.active ? 'good' : 'neutral'} icon={member.active ? 'user' : 'clock'}>
            {t(`account.${accountOf(member)}`)}
          </StateMark>
          {acts && (member.active || unanswered.includes(member.seat)) && (
            <Button
              size="small"
              icon="link"
              tone={member.active ? 'quiet' : undefined}
              className={styles.oneLine}
              aria-label={t(member.active ? 'member.resetFor' : 'member.newLinkFor', { name: member.name })}
              onClick={() => acts.onInvite(member)}
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
    {
      key: 'missing',
      header: t('part.missing'),
      cell: (member) => <span className={styles.soft}>{member.missing.length > 0 && missingOf(member)}</span>,
      sorts: true,
      text: missingOf,
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
