import { formatScore, type RecordedPortfolio } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { Sheet } from './sheet.tsx';
import styles from './trail.module.css';

type Review = RecordedPortfolio['reviews'][number];

/** The marks of each review side by side, with their reasons. */
export function PortfolioRecord({ portfolio }: { readonly portfolio: RecordedPortfolio }) {
  const { t } = useTranslation('trail');
  const text = useLocalized();
  const format = useFormat();
  const { submittedAt, criteria, reviews } = portfolio;
  const nameOf = ({ kind, reviewerName }: Review) => t(`portfolio.kind.${kind}`, { name: reviewerName });
  const marked = reviews.filter((review) => review.submittedAt !== null);
  return (
    <>
      {submittedAt && (
        <p className={styles.faint}>{t('portfolio.submitted', { time: format.dateTimeSec(submittedAt) })}</p>
      )}
      {reviews.length === 0 && <p>{t('portfolio.noReviews')}</p>}
      {marked.length > 0 && (
        <Sheet
          caption={t('portfolio.marks')}
          head={[t('portfolio.criterion'), t('portfolio.weight'), ...marked.map(nameOf)]}
          rows={[
            ...criteria.map(({ id, title, weight }) => [
              text(title),
              `${weight}%`,
              ...marked.map((review) => <Mark key={review.id} review={review} criterion={id} />),
            ]),
            [
              t('portfolio.total'),
              '',
              ...marked.map(({ scoreCents }) => scoreCents !== null && formatScore(scoreCents)),
            ],
          ]}
        />
      )}
      <ul role="list" className={styles.list}>
        {reviews.map((review) => (
          <li key={review.id}>
            <span>
              {nameOf(review)}{' '}
              <span className={styles.faint}>
                {review.submittedAt ? format.dateTimeSec(review.submittedAt) : t('portfolio.notSubmitted')}
              </span>
            </span>
            {review.comment && (
              <blockquote className={styles.quoted} translate="no">
                {review.comment}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ review, criterion }: { readonly review: Review; readonly criterion: string }) {
  const { t } = useTranslation('trail');
  const mark = review.marks.find((one) => one.criterion === criterion);
  if (!mark) return '–';
  return (
    <>
      {t('portfolio.points', { points: mark.points })}
      {mark.note && (
        <p className={styles.faint} translate="no">
          {mark.note}
        </p>
      )}
    </>
  );
}
