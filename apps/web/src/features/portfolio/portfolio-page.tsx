import type { PortfolioView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { isAwaited } from '../../lib/is-awaited.ts';
import { portfolioQuery } from '../../queries/portfolios.ts';
import { ownEnrolmentsQuery } from '../../queries/entries.ts';
import { ClosedDraft } from './closed-draft.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { usePortfolioPlace } from './use-portfolio-place.ts';
import { SubmittedPortfolio } from './submitted-portfolio.tsx';
import { useOwnPart } from './use-own-part.ts';

/** The portfolio of one part: to be written, as it was submitted, or as it was left. */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const portfolio = useQuery(portfolioQuery(usePortfolioPlace()));
  const own = useOwnPart();
  // For the note at the button that submits.
  const isWaiting = isAwaited(useQuery(ownEnrolmentsQuery));
  const [generation, setGeneration] = useState(0);
  const reload = async () => {
    await portfolio.refetch();
    setGeneration((before) => before + 1);
  };
  const view = isWaiting ? undefined : portfolio.data;
  if (view?.state === 'draft') {
    if (isClosed(view)) return <ClosedDraft view={view} reason="closed" />;
    if (own && own.entry.state !== 'entered') return <ClosedDraft view={view} reason="ended" />;
    return <DraftEditor key={generation} view={view} onReload={reload} />;
  }
  if (view) return <SubmittedPortfolio view={view} />;
  const missing = portfolio.error instanceof ApiProblem && [400, 404].includes(portfolio.error.status);
  return (
    <Page title={t(missing ? 'missing' : 'title')} kicker={<Link to="/candidate">{t('back')}</Link>}>
      {(portfolio.isPending || isWaiting) && <Loading lines={8} />}
      {missing && (
        <EmptyState title={t('missing')} action={<ButtonLink to="/candidate">{t('back')}</ButtonLink>}>
          {t('missingText')}
        </EmptyState>
      )}
      {portfolio.error && !missing && (
        <ErrorState error={portfolio.error} onRetry={() => void portfolio.refetch()} />
      )}
    </Page>
  );
}

const isClosed = ({ closesAt, serverNow }: PortfolioView) => Date.parse(serverNow) >= Date.parse(closesAt);
