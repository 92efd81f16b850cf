import { formatScore, type EvidenceReview, type PortfolioEvidence } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../case-page.module.css';
import { Grid } from './facts.tsx';

/** The reviews side by side, criterion by criterion, with whose they are. */
export function Reviews({ portfolio }: { readonly portfolio: PortfolioEvidence }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const { reviews, rubric } = portfolio;
  if (reviews.length === 0) return null;
  const submitted = reviews.filter(({ state }) => state === 'submitted');
  return (
    <div className={styles.part}>
      <h3>{t('portfolio.reviews')}</h3>
      <ul role="list" className={styles.reviews}>
        {reviews.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </ul>
      {portfolio.scoreCents !== null && (
        <p className={styles.faint}>
          {t(portfolio.adjudicated ? 'portfolio.settledBy.adjudication' : 'portfolio.settledBy.agreement', {
            score: formatScore(portfolio.scoreCents),
          })}
        </p>
      )}
      {rubric && submitted.length > 0 && (
        <Grid
          caption={t('portfolio.marks')}
          head={[
            t('portfolio.criterion'),
            t('portfolio.weight'),
            ...submitted.map(({ reviewerName }) => t('portfolio.marksOf', { name: reviewerName })),
          ]}
          rows={rubric.criteria.map((criterion) => [
            text(criterion.title),
            `${criterion.weight}%`,
            ...submitted.map((review) => (
              <MarkCell key={review.id} review={review} criterion={criterion.id} />
            )),
          ])}
        />
      )}
    </div>
  );
}

function MarkCell({ review, criterion }: { readonly review: EvidenceReview; readonly criterion: string }) {
  const { t } = useTranslation('decisions');
  const mark = review.marks.find((one) => one.criterion === criterion);
  if (!mark) return '–';
  return (
    <span className={styles.mark}>
      {t('portfolio.points', { points: mark.points })}
      {mark.note && <span className={styles.faint}>{mark.note}</span>}
    </span>
  );
}

function Review({ review }: { readonly review: EvidenceReview }) {
  const { t } = useTranslation('decisions');
  const name = { name: review.reviewerName };
  return (
    <li>
      <span className={styles.reviewHead}>
        <strong>
          {t(review.kind === 'adjudication' ? 'portfolio.adjudication' : 'portfolio.review', name)}
        </strong>
        <span>
          {review.scoreCents !== null && review.state === 'submitted'
            ? t('score', { score: formatScore(review.scoreCents) })
            : t('portfolio.assigned')}
        </span>
      </span>
      {review.submittedAt && (
        <span className={styles.faint}>
          <DateTime instant={review.submittedAt} />
        </span>
      )}
      {review.comment && <p className={styles.written}>{review.comment}</p>}
    </li>
  );
}
