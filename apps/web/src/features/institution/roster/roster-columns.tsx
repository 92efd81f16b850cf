import type { RosterRow } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTryText } from '../../../lib/try-text.ts';
import styles from './roster.module.css';

const tones: Record<RosterRow['outcome'], StateTone> = {
  'new-person': 'good',
  'known-person': 'good',
  'enrolled-already': 'neutral',
  fault: 'bad',
};

/** The rows of a roster with what is to become of them; faults in words, and a way to each line. */
export function useRosterColumns(onEdit: (line: number) => void): readonly Column<RosterRow>[] {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const tryText = useTryText();
  const wordsOf = ({ outcome, faults, earliestAt, next }: RosterRow): readonly string[] =>
    outcome === 'fault'
      ? faults.map((fault) =>
          t(`roster.fault.${fault}`, { time: earliestAt ? format.dateTime(earliestAt) : '' }),
        )
      : [t(`roster.outcomeText.${outcome}`), ...(next ? [t('roster.again', { entry: tryText(next) })] : [])];
  return [
    { key: 'line', header: t('roster.preview.line'), cell: ({ line }) => line, sortBy: ({ line }) => line },
    {
      key: 'outcome',
      header: t('roster.preview.outcome'),
      cell: ({ outcome }) => <StateMark tone={tones[outcome]}>{t(`roster.outcome.${outcome}`)}</StateMark>,
      sortBy: ({ outcome }) => t(`roster.outcome.${outcome}`),
    },
    { key: 'name', header: t('member.name'), cell: ({ name }) => name || '—', sortBy: ({ name }) => name },
    {
      key: 'email',
      header: t('member.email'),
      cell: ({ email }) => (email ? <EmailText email={email} /> : '—'),
      sortBy: ({ email }) => email,
    },
    {
      key: 'fault',
      header: t('roster.preview.fault'),
      cell: (row) => (
        <div className={styles.words} data-fault={row.outcome === 'fault' || undefined}>
          {wordsOf(row).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </div>
      ),
      text: (row) => wordsOf(row).join(' '),
    },
    {
      key: 'edit',
      header: t('roster.preview.edit'),
      plain: true,
      cell: ({ line, outcome }) =>
        outcome === 'fault' && (
          <Button
            size="small"
            icon="edit"
            aria-label={t('roster.preview.editLine', { line })}
            onClick={() => onEdit(line)}
          >
            {t('roster.preview.edit')}
          </Button>
        ),
    },
  ];
}
