import type { SettledReview } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './reviews.module.css';

interface Props {
  readonly criterionId: string;
  readonly reviews: readonly SettledReview[];
}

/** For a moderator: what both reviews gave one criterion, with their notes side by side. */
export function OthersMarks({ criterionId, reviews }: Props) {
  const { t } = useTranslation('reviews');
  if (reviews.length === 0) return null;
  return (
    <div className={styles.others}>
      {reviews.map(({ label, marks }) => {
        const mark = marks[criterionId];
        return (
          <div key={label} className={styles.other}>
            <strong>
              {t('compare.review', { label })}
              {' · '}
              {mark ? t('rubric.pointsOf', { points: mark.points }) : t('rubric.unmarked')}
            </strong>
            {mark?.note && <p>{mark.note}</p>}
          </div>
        );
      })}
    </div>
  );
}
