import type { ReactNode } from 'react';
import { Card } from '../../../components/card.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { usePartWords } from '../../../lib/part-words.ts';
import styles from '../case-page.module.css';
import type { StepCode, StepPlace } from './list-steps.ts';
import { useStepPlace } from './steps-context.ts';

interface Props {
  readonly code: StepCode;
  /** The part that the step shows, if it shows one. */
  readonly partId?: string;
  /** Stands beside the heading: a score, a state. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What a step is called: by its part where it shows one, numbered where there are several. */
export function useStepTitle(): (step: StepPlace) => string {
  const { t } = useTranslation('decisions');
  const words = usePartWords();
  return ({ code, place }) => (place && place.count > 1 ? words.title(place) : t(`step.${code}`));
}

export function Step({ code, partId, aside, children }: Props) {
  const step = useStepPlace(code, partId ?? null);
  const titleOf = useStepTitle();
  const words = usePartWords();
  const weight = step.place && words.counts(step.place);
  return (
    <div id={step.id} className={styles.step} tabIndex={-1}>
      <Card
        title={
          <>
            <span className={styles.stepNumber}>{step.number}</span>
            {titleOf(step)}
          </>
        }
        aside={aside && <span className={styles.aside}>{aside}</span>}
      >
        {weight && <p className={styles.faint}>{weight}</p>}
        {children}
      </Card>
    </div>
  );
}
