import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { DraftEditor } from './draft-editor.tsx';
import { portfolioQuery } from './queries.ts';
import { SubmittedPortfolio } from './submitted-portfolio.tsx';

/** The portfolio of one entry: to be written, or as it was submitted. */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const { entryId = '' } = useParams();
  const portfolio = useQuery(portfolioQuery(entryId));
  const [generation, setGeneration] = useState(0);
  const reload = async () => {
    await portfolio.refetch();
    setGeneration((before) => before + 1);
  };
  if (portfolio.data?.state === 'draft')
    return <DraftEditor key={generation} view={portfolio.data} onReload={reload} />;
  if (portfolio.data) return <SubmittedPortfolio view={portfolio.data} />;
  const missing = portfolio.error instanceof ApiProblem && [400, 404].includes(portfolio.error.status);
  return (
    <Page title={t(missing ? 'missing' : 'title')} kicker={<Link to="/candidate">{t('back')}</Link>}>
      {portfolio.isPending && <Loading lines={8} />}
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
