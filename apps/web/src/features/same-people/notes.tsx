import type { SamePersonNote } from '@ennead/contracts';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { samePeopleList } from '../../queries/same-people.ts';
import { AccountCell, accountText } from './account-cell.tsx';
import { EndNote } from './end-note.tsx';

/** What was noted, also what has ended; somebody else than who noted it may end it. */
export function Notes() {
  const { t } = useTranslation('same-people');
  const [ending, setEnding] = useState<SamePersonNote | null>(null);
  const id = useId();
  const endOf = ({ ended }: SamePersonNote) =>
    ended ? t('notes.ended', { name: ended.by, reason: ended.reason }) : '';
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('notes.title')}</h2>
      <PagedTable
        name="notes"
        caption={t('notes.title')}
        list={samePeopleList}
        rowKey={(note) => note.id}
        empty={<EmptyState title={t('notes.empty')}>{t('notes.emptyText')}</EmptyState>}
        columns={[
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
            cell: ({ notedAt, notedBy }) => (
              <>
                <DateTime instant={notedAt} />
                <br />
                <small>{t('notes.notedBy', { name: notedBy })}</small>
              </>
            ),
            text: ({ notedAt }) => notedAt,
          },
          {
            key: 'act',
            header: t('act'),
            cell: (note) =>
              note.mayEnd ? (
                <Button
                  size="small"
                  aria-label={t('notes.endFor', { kept: note.kept.email, other: note.other.email })}
                  onClick={() => setEnding(note)}
                >
                  {t('notes.end')}
                </Button>
              ) : (
                endOf(note)
              ),
            text: endOf,
          },
        ]}
      />
      {ending && <EndNote note={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}
