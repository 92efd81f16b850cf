import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { verifyQuery } from '../../queries/certificates.ts';
import { CheckYourself } from './check-yourself.tsx';
import { NumberForm } from './number-form.tsx';
import { VerifyCard } from './verify-card.tsx';

/** The public answer about one number. */
export function AnswerPage() {
  const { t } = useTranslation('verify');
  const { number = '' } = useParams();
  const query = useQuery(verifyQuery(number));
  usePageTitle(query.data ? `${t(`state.${query.data.state}`)} · ${number}` : t('title'));
  return (
    <Page width="text" title={t('title')} kicker={<Link to="/verify">{t('again')}</Link>}>
      {query.isPending && <Loading label={t('checking')} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <VerifyCard view={query.data} number={number} />}
      {query.data?.state === 'unknown' && <NumberForm key={number} initial={number} />}
      <CheckYourself />
    </Page>
  );
}
