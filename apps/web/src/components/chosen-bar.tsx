import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './choosing.module.css';

interface Props {
  /** The list that is chosen from. */
  readonly children: ReactNode;
  readonly count: number;
  readonly onNone: () => void;
  /** What can be done about those who are chosen, and what came of it. */
  readonly acts: ReactNode;
}

/** A list with what can be done about its chosen rows, in sight as long as some are. */
export function ChosenBar({ children, count, onNone, acts }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      {children}
      <div className={styles.bar} data-empty={count === 0 || undefined}>
        <span role="status">{count > 0 && t('choosing.count', { count })}</span>
        {count > 0 && (
          <>
            {acts}
            <Button size="small" tone="quiet" onClick={onNone}>
              {t('choosing.none')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
