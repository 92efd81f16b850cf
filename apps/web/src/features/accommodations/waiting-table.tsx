import type { QueuedAccommodation } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import styles from './accommodations.module.css';
import { CandidateCell } from './candidate-cell.tsx';
import { SessionCell } from './session-cell.tsx';

interface Props {
  readonly waiting: readonly QueuedAccommodation[];
  readonly onDecide: (queued: QueuedAccommodation) => void;
}

export function WaitingTable({ waiting, onDecide }: Props) {
  const { t } = useTranslation('accommodations');
  const words = useMeasureWords();
  if (waiting.length === 0) return <EmptyState title={t('queue.empty')}>{t('queue.emptyText')}</EmptyState>;
  return (
    <PlainTable
      caption={t('queue.waiting')}
      rows={waiting}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'candidate',
          header: t('queue.candidate'),
          cell: (queued) => <CandidateCell queued={queued} />,
        },
        { key: 'session', header: t('queue.session'), cell: (queued) => <SessionCell queued={queued} /> },
        {
          key: 'asked',
          header: t('queue.asked'),
          cell: ({ asked, isOver, isKept }) => (
            <div className={styles.lines}>
              <span>{words(asked)}</span>
              {isKept && <span className={styles.soft}>{t('queue.anew')}</span>}
              {isOver && (
                <StateMark tone="warn" isSentence>
                  {t('queue.over')}
                </StateMark>
              )}
            </div>
          ),
        },
        {
          key: 'age',
          header: t('queue.age'),
          cell: ({ ageDays }) => (ageDays === 0 ? t('queue.today') : t('queue.days', { count: ageDays })),
        },
        {
          key: 'act',
          header: t('queue.act'),
          cell: (queued) => (
            <Button
              size="small"
              aria-label={t('queue.decideOf', { name: queued.candidateName })}
              onClick={() => onDecide(queued)}
            >
              {t('queue.decide')}
            </Button>
          ),
        },
      ]}
    />
  );
}
