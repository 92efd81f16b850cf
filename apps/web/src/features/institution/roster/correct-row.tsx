import type { RosterColumns, RosterRow } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { RowCells } from './change-row.ts';
import { useRowWords } from './use-row-words.ts';

interface Props {
  readonly row: RosterRow;
  readonly columns: RosterColumns;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onCorrected: (cells: RowCells) => void;
}

/** The cells of one row, to be written otherwise. */
export function CorrectRow({ row, columns, busy, error, onClose, onCorrected }: Props) {
  const { t } = useTranslation('institution');
  const wordsOf = useRowWords();
  const [cells, setCells] = useState<RowCells>({
    email: row.email,
    name: row.name,
    studentNumber: row.studentNumber ?? '',
  });
  const shown = (['name', 'email', 'studentNumber'] as const).filter((name) => columns[name] !== null);
  return (
    <ConfirmDialog
      open
      keepsInput
      onClose={onClose}
      onConfirm={() => onCorrected(cells)}
      title={t('roster.preview.editLine', { line: row.line })}
      confirmLabel={t('roster.preview.correct')}
      busy={busy}
      error={error}
    >
      <p>{wordsOf(row).join(' ')}</p>
      {shown.map((name) => (
        <TextField
          key={name}
          label={t(`roster.source.${name}`)}
          autoComplete="off"
          value={cells[name]}
          onChange={(event) => setCells({ ...cells, [name]: event.target.value })}
        />
      ))}
    </ConfirmDialog>
  );
}
