import type { SamePersonNote } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { waitingNotesQuery } from '../../queries/same-people.ts';
import { AnswerNote, type Answer } from './answer-note.tsx';
import styles from './same-people.module.css';
import { useNoteColumns } from './use-note-columns.tsx';

/** Notes of accounts of the staff, from which nothing follows until somebody else than who noted them agrees. */
export function Waiting() {
  const { t } = useTranslation('same-people');
  const { data, error, isPending, refetch } = useQuery(waitingNotesQuery);
  const [answering, setAnswering] = useState<{ note: SamePersonNote; answer: Answer } | null>(null);
  const columns = useNoteColumns();
  const id = useId();
  const ownText = ({ mayAnswer }: SamePersonNote) => (mayAnswer ? '' : t('waiting.own'));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('waiting.title')}</h2>
      <p>{t('waiting.lead')}</p>
      {isPending && <Loading lines={4} />}
      {error && <ErrorState error={error} inline={data !== undefined} onRetry={() => void refetch()} />}
      {data && (
        <Table
          name="waiting"
          caption={t('waiting.title')}
          rows={data.notes}
          rowKey={(note) => note.id}
          empty={<EmptyState title={t('waiting.empty')}>{t('waiting.emptyText')}</EmptyState>}
          columns={[
            ...columns,
            {
              key: 'act',
              header: t('act'),
              cell: (note) => {
                if (!note.mayAnswer) return ownText(note);
                const pair = { kept: note.kept.email, other: note.other.email };
                return (
                  <span className={styles.acts}>
                    <Button
                      size="small"
                      aria-label={t('waiting.agreeFor', pair)}
                      onClick={() => setAnswering({ note, answer: 'agree' })}
                    >
                      {t('waiting.agree')}
                    </Button>
                    <Button
                      size="small"
                      aria-label={t('waiting.turnDownFor', pair)}
                      onClick={() => setAnswering({ note, answer: 'turnDown' })}
                    >
                      {t('waiting.turnDown')}
                    </Button>
                  </span>
                );
              },
              text: ownText,
            },
          ]}
        />
      )}
      {data && data.total > data.notes.length && (
        <p>{t('waiting.more', { shown: data.notes.length, total: data.total })}</p>
      )}
      {answering && <AnswerNote {...answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}
