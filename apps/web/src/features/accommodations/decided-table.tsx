import type { QueuedAccommodation } from '@ennead/contracts';
import { AccommodationMark } from '../../components/accommodation-mark.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import { CandidateCell } from './candidate-cell.tsx';
import { SessionCell } from './session-cell.tsx';

export function DecidedTable({ decided }: { readonly decided: readonly QueuedAccommodation[] }) {
  const { t } = useTranslation('accommodations');
  const words = useMeasureWords();
  if (decided.length === 0)
    return <EmptyState title={t('queue.decidedEmpty')}>{t('queue.decidedEmptyText')}</EmptyState>;
  return (
    <PlainTable
      caption={t('queue.decided')}
      rows={decided}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'candidate',
          header: t('queue.candidate'),
          cell: (queued) => <CandidateCell queued={queued} />,
        },
        { key: 'session', header: t('queue.session'), cell: (queued) => <SessionCell queued={queued} /> },
        {
          key: 'approved',
          header: t('queue.approved'),
          cell: ({ measures }) => (measures ? words(measures) : t('queue.nothing')),
        },
        {
          key: 'state',
          header: t('queue.state'),
          cell: ({ state }) => <AccommodationMark state={state} />,
        },
        {
          key: 'at',
          header: t('queue.at'),
          cell: ({ decidedAt }) => decidedAt && <DateTime instant={decidedAt} />,
        },
      ]}
    />
  );
}
