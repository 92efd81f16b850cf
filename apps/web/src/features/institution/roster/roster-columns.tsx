import type { NameSettling, RosterRow } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from './roster.module.css';
import { useRowWords } from './use-row-words.ts';

const tones: Record<RosterRow['outcome'], StateTone> = {
  'new-person': 'good',
  'known-person': 'good',
  'enrolled-already': 'neutral',
  renamed: 'good',
  'name-asked': 'good',
  fault: 'bad',
};

interface Acts {
  readonly onEdit: (row: RosterRow) => void;
  readonly onSettle: (email: string, as: NameSettling) => void;
}

/** The rows of a roster with what is to become of them; faults in words, and a way to correct each. */
export function useRosterColumns({ onEdit, onSettle }: Acts): readonly Column<RosterRow>[] {
  const { t } = useTranslation('institution');
  const wordsOf = useRowWords();
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
      key: 'number',
      header: t('member.number'),
      cell: ({ studentNumber }) => studentNumber ?? '—',
      sortBy: ({ studentNumber }) => studentNumber ?? '',
    },
    {
      key: 'fault',
      header: t('roster.preview.fault'),
      cell: (row) => (
        <div className={styles.words} data-fault={row.outcome === 'fault' || undefined}>
          {wordsOf(row).map((words) => (
            <span key={words}>{words}</span>
          ))}
          {row.faults.includes('NAME_DIFFERS') && (
            <span className={styles.actions}>
              <Button
                size="small"
                aria-label={t('roster.settle.keepFor', { name: row.name })}
                onClick={() => onSettle(row.email, 'keep-stored')}
              >
                {t('roster.settle.keep')}
              </Button>
              <Button
                size="small"
                aria-label={t('roster.settle.askFor', { name: row.name })}
                onClick={() => onSettle(row.email, 'ask-registrar')}
              >
                {t('roster.settle.ask')}
              </Button>
            </span>
          )}
        </div>
      ),
      text: (row) => wordsOf(row).join(' '),
    },
    {
      key: 'edit',
      header: t('roster.preview.edit'),
      plain: true,
      cell: (row) =>
        row.outcome === 'fault' && (
          <Button
            size="small"
            icon="edit"
            aria-label={t('roster.preview.editLine', { line: row.line })}
            onClick={() => onEdit(row)}
          >
            {t('roster.preview.edit')}
          </Button>
        ),
    },
  ];
}
