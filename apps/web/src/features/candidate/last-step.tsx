import type { OwnEntry } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './candidate-page.module.css';
import type { NextStep } from './next-step.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly next: NextStep;
  readonly number: number;
}

/** What comes after the parts: the decision, or of a mock nothing but its scores. */
export function LastStep({ entry, next, number }: Props) {
  const { t } = useTranslation('candidate');
  const isMock = entry.cause === 'mock';
  // Before the parts can be begun, what is missing is next, or nothing that the candidate does.
  const isHere = !('part' in next) && next.kind !== 'clear' && next.kind !== 'pending';
  const words = (): string => {
    switch (next.kind) {
      case 'missed':
      case 'await-scores':
      case 'await-decision':
      case 'practised':
        return t(`last.${next.kind}`);
      default:
        return t(isMock ? 'result.mockLater' : 'result.later');
    }
  };
  return (
    <li className={styles.step} data-next={isHere} aria-current={isHere ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {number}
      </span>
      <div className={styles.words}>
        <div className={styles.stepHead}>
          <h3>{t(isMock ? 'result.mockName' : 'result.name')}</h3>
        </div>
        <p className={styles.about}>{words()}</p>
      </div>
    </li>
  );
}
