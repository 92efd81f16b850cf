import type { RosterRow } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { saveFile, toCsv } from '../../../lib/csv.ts';
import { fileNameOf } from '../../../lib/file-name-of.ts';
import { useRowWords } from './use-row-words.ts';

/** Gives rows back as a file that can be corrected and brought in again, with what is wrong in words. */
export function useSaveFaulty(cohortName: string): (rows: readonly RosterRow[]) => void {
  const { t } = useTranslation('institution');
  const wordsOf = useRowWords();
  const headers = [
    t('roster.source.email'),
    t('roster.source.name'),
    t('roster.source.studentNumber'),
    t('roster.preview.line'),
    t('roster.preview.fault'),
  ];
  return (rows) =>
    saveFile(
      `${fileNameOf(cohortName, t('imports.fileName'))}.csv`,
      toCsv([
        headers,
        ...rows.map((row) => [row.email, row.name, row.studentNumber, row.line, wordsOf(row).join(' ')]),
      ]),
    );
}
