import type { HandedLink } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { saveFile, toCsv } from '../../../lib/csv.ts';
import { fileNameOf } from '../../../lib/file-name-of.ts';

/** Gives links that are handed over as a file, named by the cohort and the day. */
export function useSaveLinks(cohortName: string): (links: readonly HandedLink[]) => void {
  const { t } = useTranslation('institution');
  const headers = [t('member.name'), t('member.number'), t('member.email'), t('roster.done.link')];
  return (links) =>
    saveFile(
      `${fileNameOf(cohortName, t('roster.done.fileName'))}.csv`,
      toCsv([
        headers,
        ...links.map(({ name, studentNumber, email, url }) => [name, studentNumber, email, url]),
      ]),
    );
}
