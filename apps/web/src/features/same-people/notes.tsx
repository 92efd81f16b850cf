import type { SamePersonNote } from '@ennead/contracts';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { samePeopleList } from '../../queries/same-people.ts';
import { EndNote } from './end-note.tsx';
import { useNoteColumns } from './use-note-columns.tsx';

/** What was noted and waits for nobody, also what was turned down or has ended; somebody else than who noted it may end it. */
export function Notes() {
  const { t } = useTranslation('same-people');
  const [ending, setEnding] = useState<SamePersonNote | null>(null);
  const id = useId();
  const columns = useNoteColumns();
  const saidOf = ({ answer, ended }: SamePersonNote) =>
    [
      answer &&
        t(answer.agreed ? 'notes.agreed' : 'notes.turnedDown', { name: answer.by, reason: answer.reason }),
      ended && t('notes.ended', { name: ended.by, reason: ended.reason }),
    ]
      .filter(Boolean)
      .join(' · ');
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
          ...columns,
          {
            key: 'act',
            header: t('act'),
            cell: (note) => (
              <>
                {saidOf(note)}
                {note.mayEnd && (
                  <Button
                    size="small"
                    aria-label={t('notes.endFor', { kept: note.kept.email, other: note.other.email })}
                    onClick={() => setEnding(note)}
                  >
                    {t('notes.end')}
                  </Button>
                )}
              </>
            ),
            text: saidOf,
          },
        ]}
      />
      {ending && <EndNote note={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}
