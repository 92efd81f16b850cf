import type { SessionEntry } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useTryText } from '../../../lib/try-text.ts';
import styles from '../admin.module.css';
import type { Acted } from './session-entries-page.tsx';

export function useEntryColumns(onAct: (acted: Acted) => void): readonly Column<SessionEntry>[] {
  const { t } = useTranslation('admin');
  const tryOf = useTryText();
  const stateOf = (entry: SessionEntry) => t(`entries.state.${standingOf(entry)}`);
  return [
    {
      key: 'name',
      header: t('entries.name'),
      sortBy: ({ candidateName }) => candidateName,
      text: ({ candidateName, candidateEmail }) => `${candidateName} ${candidateEmail}`,
      cell: ({ candidateName, candidateEmail }) => (
        <>
          <span className={styles.name}>{candidateName}</span>
          <span className={styles.faint}>
            <EmailText email={candidateEmail} />
          </span>
        </>
      ),
    },
    {
      key: 'cohort',
      header: t('entries.cohort'),
      sortBy: ({ cohortName }) => cohortName,
      cell: ({ cohortName }) => cohortName ?? '–',
    },
    { key: 'try', header: t('entries.tryHeader'), sortBy: tryOf, cell: tryOf },
    {
      key: 'begun',
      header: t('entries.begun'),
      sortBy: ({ firstSatAt }) => firstSatAt,
      cell: ({ firstSatAt }) => (firstSatAt ? <DateTime instant={firstSatAt} /> : t('entries.notBegun')),
    },
    {
      key: 'state',
      header: t('entries.stateHeader'),
      sortBy: stateOf,
      text: (entry) => `${stateOf(entry)} ${entry.stateReason ?? ''}`,
      cell: (entry) => (
        <>
          <StateMark tone={tones[standingOf(entry)]}>{stateOf(entry)}</StateMark>
          {entry.stateReason && <span className={styles.faint}>{entry.stateReason}</span>}
        </>
      ),
    },
    {
      key: 'acts',
      header: t('entries.acts'),
      plain: true,
      cell: (entry) => (
        <span className={styles.acts}>
          {entry.canExcuse && (
            <Button
              size="small"
              aria-label={t('entries.excuseOf', { name: entry.candidateName })}
              onClick={() => onAct({ act: 'excuse', entry })}
            >
              {t('entries.excuse')}
            </Button>
          )}
          {entry.canReplace && (
            <Button
              size="small"
              aria-label={t('entries.freeSittingOf', { name: entry.candidateName })}
              onClick={() => onAct({ act: 'free-sitting', entry })}
            >
              {t('entries.freeSitting')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

type Standing = 'proposed' | 'grant' | 'refuse' | 'withdraw' | SessionEntry['state'];

const tones: Record<Standing, StateTone> = {
  entered: 'active',
  missed: 'warn',
  proposed: 'active',
  decided: 'neutral',
  grant: 'good',
  refuse: 'neutral',
  withdraw: 'neutral',
  reopened: 'active',
  excused: 'neutral',
  replaced: 'neutral',
  waiting: 'neutral',
  invited: 'active',
  requested: 'warn',
  declined: 'neutral',
  'turned-down': 'neutral',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

const standingOf = ({ state, outcome, isProposed }: SessionEntry): Standing => {
  if (isProposed) return 'proposed';
  return state === 'decided' ? (outcome ?? 'decided') : state;
};
