import type { EvidenceView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { evidenceQuery } from '../../queries/decisions.ts';
import { AboveScoresCard } from './above-scores-card.tsx';
import { BlockedCase } from './blocked-case.tsx';
import { CaseKicker, CaseWay } from './case-way.tsx';
import { CaseSteps } from './case-steps.tsx';
import { LeaveCase } from './leave-case.tsx';

/** One case on one page, along the way of the data, with the decision at its end. */
export function CasePage() {
  const { t } = useTranslation('decisions');
  const { entryId = '' } = useParams();
  const query = useQuery(evidenceQuery(entryId));
  // What was filled in belongs to one case, not to the next.
  if (query.data) return <Case key={entryId} view={query.data} />;
  return (
    <Page title={t('evidence.hiddenTitle')} kicker={<CaseKicker entryId={entryId} />}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function Case({ view }: { readonly view: EvidenceView }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const title =
    view.candidateName === null
      ? t('evidence.hiddenTitle')
      : t('evidence.title', { name: view.candidateName });
  usePageTitle(title);
  return (
    <Page
      title={title}
      kicker={<CaseKicker entryId={view.entryId} />}
      actions={view.evidence && <LeaveCase view={view} />}
      lead={t('evidence.kicker', { role: text(view.roleName), level: text(view.levelName) })}
    >
      {view.evidence ? (
        <>
          {view.evidence.isAboveScores && <AboveScoresCard view={view} evidence={view.evidence} />}
          <CaseSteps view={view} evidence={view.evidence} />
        </>
      ) : (
        <>
          <BlockedCase view={view} />
          <CaseWay entryId={view.entryId} />
        </>
      )}
    </Page>
  );
}
