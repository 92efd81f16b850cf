import type { QueuedAccommodation } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { accommodationsQuery } from '../../queries/accommodations.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { DecidedTable } from './decided-table.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** What waits for a registrar's decision, the oldest first, and what was decided lately. */
export function AccommodationsPage() {
  const { t } = useTranslation('accommodations');
  const { data, error, isPending, refetch } = useQuery(accommodationsQuery);
  const [chosen, setChosen] = useState<QueuedAccommodation | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Link to="/registrars">{t('duties.link')}</Link>}>
      <DeclarationBanner />
      {isPending && <Loading lines={6} />}
      {error && <ErrorState error={error} inline={data !== undefined} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Card title={t('queue.waiting')}>
            <WaitingTable waiting={data.waiting} onDecide={setChosen} />
          </Card>
          <Card title={t('queue.decided')}>
            <DecidedTable decided={data.decided} />
          </Card>
        </>
      )}
      {chosen && <DecideDialog queued={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
