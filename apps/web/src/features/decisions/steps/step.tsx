import type { ReactNode } from 'react';
import { Card } from '../../../components/card.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../case-page.module.css';

/** The way of the data, from the rules to the decision. */
export const stepCodes = [
  'rules',
  'exam',
  'lab',
  'portfolio',
  'experience',
  'result',
  'trail',
  'decision',
] as const;
export type StepCode = (typeof stepCodes)[number];

interface Props {
  readonly code: StepCode;
  /** Stands beside the heading: a score, a state. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Step({ code, aside, children }: Props) {
  const { t } = useTranslation('decisions');
  return (
    <div id={code} className={styles.step}>
      <Card
        title={
          <>
            <span className={styles.stepNumber}>{stepCodes.indexOf(code) + 1}</span>
            {t(`step.${code}`)}
          </>
        }
        aside={aside && <span className={styles.aside}>{aside}</span>}
      >
        {children}
      </Card>
    </div>
  );
}
