import { formatScore, reviewLimits, type ReviewView } from '@ennead/contracts';
import type { Ref } from 'react';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CriterionForm } from './criterion-form.tsx';
import { CriterionHead } from './criterion-head.tsx';
import styles from './reviews.module.css';
import { countMarked, totalCents } from './total.ts';
import type { Marking } from './use-marks.ts';

interface Props {
  readonly ref: Ref<HTMLElement>;
  readonly view: ReviewView;
  readonly marking: Marking;
  /** Position of the criterion whose descriptors are open. */
  readonly current: number;
  readonly onCurrent: (at: number) => void;
  readonly onSubmit: () => void;
}

/** The rubric: one criterion open with all its descriptors, the others as a line; the total below as it grows. */
export function RubricPanel({ ref, view, marking, current, onCurrent, onSubmit }: Props) {
  const { t } = useTranslation('reviews');
  const { rubric } = view;
  const isOpen = view.state === 'assigned';
  const isHeld = view.problem?.answeredAt === null;
  const marked = countMarked(rubric, marking.marks);
  const total = rubric.criteria.length;
  return (
    <section ref={ref} className={styles.rubric} aria-labelledby="rubric">
      <h2 id="rubric">{t('rubric.title')}</h2>
      <ol role="list" className={styles.criteria}>
        {rubric.criteria.map((criterion, at) => (
          <li
            key={criterion.id}
            className={styles.criterion}
            data-criterion
            data-current={at === current || undefined}
          >
            <CriterionHead
              criterion={criterion}
              points={marking.marks[criterion.id]?.points ?? null}
              open={at === current}
              onOpen={() => onCurrent(at)}
            />
            {at === current && (
              <CriterionForm
                criterion={criterion}
                position={t('rubric.position', { at: at + 1, of: total })}
                marking={marking}
                reviews={view.reviews}
                disabled={!isOpen}
              />
            )}
          </li>
        ))}
      </ol>
      <TextArea
        label={t('rubric.comment')}
        hint={t('rubric.commentHint')}
        required={false}
        rows={3}
        maxLength={reviewLimits.commentLength}
        value={marking.comment}
        readOnly={!isOpen}
        onChange={(event) => marking.say(event.target.value)}
      />
      <footer className={styles.total}>
        <div>
          <span className={styles.soft}>{t('rubric.total')}</span>
          <p className={styles.totalFigure}>
            <output data-testid="review-total">{formatScore(totalCents(rubric, marking.marks))}</output>{' '}
            <span className={styles.hint}>{t('rubric.totalOf')}</span>
          </p>
          <span className={styles.hint}>{t('rubric.marked', { marked, total })}</span>
        </div>
        {isOpen && (
          <div className={styles.submit}>
            <Button
              tone="primary"
              disabled={marked < total || isHeld}
              aria-describedby={isHeld ? 'held' : undefined}
              onClick={onSubmit}
            >
              {t('submit.button')}
            </Button>
            {isHeld && (
              <span id="held" className={styles.hint}>
                {t('problem.held')}
              </span>
            )}
          </div>
        )}
      </footer>
    </section>
  );
}
