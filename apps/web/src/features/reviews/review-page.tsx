import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { reviewQuery } from '../../queries/reviews.ts';
import { listPath, useKind } from './use-kind.ts';
import { ReviewEditor } from './review-editor.tsx';
import { forgetKept } from './use-marks.ts';

/** One script: the candidate's work at the left, the rubric at the right. */
export function ReviewPage() {
  const { t } = useTranslation('reviews');
  const { id = '' } = useParams();
  const path = listPath[useKind()];
  const review = useQuery(reviewQuery(id));
  const missing = review.error instanceof ApiProblem && [400, 404].includes(review.error.status);
  useEffect(() => {
    if (missing) forgetKept(id);
  }, [missing, id]);
  // Also of one that was open here until it was taken back.
  if (review.data && !missing) return <ReviewEditor key={id} view={review.data} />;
  return (
    <Page
      title={t(missing ? 'page.missing' : 'reviewTitle')}
      kicker={<Link to={path}>{t('page.back')}</Link>}
    >
      {review.isPending && <Loading lines={10} />}
      {missing && (
        <EmptyState title={t('page.missing')} action={<ButtonLink to={path}>{t('page.back')}</ButtonLink>}>
          {t('page.missingText')}
        </EmptyState>
      )}
      {review.error && !missing && <ErrorState error={review.error} onRetry={() => void review.refetch()} />}
    </Page>
  );
}
