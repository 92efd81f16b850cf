import { formatScore, reviewLimits, type Criterion, type SettledReview } from '@ennead/contracts';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { OthersMarks } from './others-marks.tsx';
import styles from './reviews.module.css';
import { earnedCents } from './total.ts';
import type { Marking } from './use-marks.ts';

interface Props {
  readonly criterion: Criterion;
  readonly position: string;
  readonly marking: Marking;
  readonly reviews: readonly SettledReview[];
  readonly disabled: boolean;
}

/** All descriptors of a criterion, one to be chosen; native radios, so that the arrow keys come with them. */
export function CriterionForm({ criterion, position, marking, reviews, disabled }: Props) {
  const { t } = useTranslation('reviews');
  const text = useLocalized();
  const mark = marking.marks[criterion.id];
  return (
    <div className={styles.criterionBody}>
      <details className={styles.guidance}>
        <summary>{t('rubric.guidance')}</summary>
        <p>{text(criterion.guidance)}</p>
      </details>
      <OthersMarks criterionId={criterion.id} reviews={reviews} />
      <fieldset disabled={disabled}>
        <legend className={styles.levelsLegend}>
          <span className={styles.hint}>{position}</span>
          <span className="visually-hidden">{t('rubric.levels', { title: text(criterion.title) })}</span>
        </legend>
        <div className={styles.levels}>
          {criterion.levels.map(({ points, descriptor }) => (
            <label key={points} className={styles.level}>
              <input
                type="radio"
                name={criterion.id}
                value={points}
                checked={mark?.points === points}
                onChange={() => marking.mark(criterion.id, points)}
              />
              <span className={styles.levelPoints}>{points}</span>
              <span className={styles.levelText}>
                {text(descriptor)}
                {mark?.points === points && (
                  <span className={styles.hint}>
                    {t('rubric.earned', { points: formatScore(earnedCents(criterion, points)) })}
                  </span>
                )}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {mark && (
        <TextArea
          label={t('rubric.note')}
          hint={t('rubric.noteHint')}
          required={false}
          rows={2}
          maxLength={reviewLimits.noteLength}
          value={mark.note ?? ''}
          readOnly={disabled}
          onChange={(event) => marking.note(criterion.id, event.target.value)}
        />
      )}
    </div>
  );
}
