import type { SamePersonNote } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AccountCell, accountText } from './account-cell.tsx';

/** What every table of notes says of one: which accounts, why, and who noted it when. */
export function useNoteColumns(): readonly Column<SamePersonNote>[] {
  const { t } = useTranslation('same-people');
  return [
    {
      key: 'kept',
      header: t('notes.kept'),
      cell: ({ kept }) => <AccountCell account={kept} />,
      text: ({ kept }) => accountText(kept),
    },
    {
      key: 'other',
      header: t('notes.other'),
      cell: ({ other }) => <AccountCell account={other} />,
      text: ({ other }) => accountText(other),
    },
    {
      key: 'reason',
      header: t('notes.reason'),
      cell: ({ reason }) => reason,
      text: ({ reason }) => reason,
    },
    {
      key: 'notedAt',
      header: t('notes.notedAt'),
      sorts: true,
      sortBy: ({ notedAt }) => notedAt,
      cell: ({ notedAt, notedBy }) => (
        <>
          <DateTime instant={notedAt} />
          <br />
          <small>{t('notes.notedBy', { name: notedBy })}</small>
        </>
      ),
    },
  ];
}
