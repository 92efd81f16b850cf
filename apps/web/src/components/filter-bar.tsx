import type { ReactNode, SubmitEvent } from 'react';
import { Button } from './button.tsx';
import styles from './filter-bar.module.css';

interface Props {
  /** What is filtered, for whoever does not see it. */
  readonly label: string;
  readonly clearLabel: string;
  /** Takes every filter away; left out while there is none. */
  readonly onClear?: () => void;
  /** The fields, one a filter. */
  readonly children: ReactNode;
  /** Beside the way to take them away. */
  readonly aside?: ReactNode;
  /** Where something is typed that holds only when it is sent; `aside` then has the button. */
  readonly onSubmit?: () => void;
}

/** Filters of a list, side by side; what is chosen lives in the address. */
export function FilterBar({ label, clearLabel, onClear, children, aside, onSubmit }: Props) {
  const filters = (
    <>
      {children}
      {(onClear || aside) && (
        <div className={styles.end}>
          {aside}
          {onClear && (
            <Button size="small" icon="cross" onClick={onClear}>
              {clearLabel}
            </Button>
          )}
        </div>
      )}
    </>
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <search aria-label={label}>
      {onSubmit ? (
        <form className={styles.filters} onSubmit={submit}>
          {filters}
        </form>
      ) : (
        <div className={styles.filters}>{filters}</div>
      )}
    </search>
  );
}
