import type { LabSessionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Toaster } from '../../components/toaster.tsx';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { labSessionQuery } from '../../queries/labs.ts';
import { ClosedPage } from './closed-page.tsx';
import { isOwnDocument } from './own-document.ts';
import { PlainFrame } from './plain-frame.tsx';
import { VerdictPage } from './verdict/verdict-page.tsx';
import { Workbench } from './workbench.tsx';

const POLL_MS = 2_000;

/** How soon to ask again: while grading, after the deadline, and while there is no machine. */
function nextPollMs(view: LabSessionView | undefined): number | false {
  if (!view) return false;
  if (view.state === 'graded') return false;
  if (view.state === 'open' && view.machinesAvailable && view.serverNow < view.deadlineAt) return false;
  return POLL_MS;
}

export function LabPage() {
  const { labSessionId = '' } = useParams();
  const own = isOwnDocument();
  const localized = useLocalized();
  const query = useQuery({
    ...labSessionQuery(labSessionId),
    enabled: own,
    refetchInterval: ({ state }) => nextPollMs(state.data),
  });
  const view = query.data;
  usePageTitle(view ? localized(view.lab.title) : null);

  useEffect(() => {
    if (!own) window.location.reload();
  }, [own]);

  return (
    <>
      {view ? (
        <LabStage view={view} />
      ) : (
        <PlainFrame>
          {query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Loading lines={6} />
          )}
        </PlainFrame>
      )}
      <Toaster />
    </>
  );
}

function LabStage({ view }: { readonly view: LabSessionView }) {
  if (view.state !== 'open') return <VerdictPage view={view} />;
  if (!view.machinesAvailable) return <ClosedPage view={view} />;
  return <Workbench key={view.id} view={view} />;
}
