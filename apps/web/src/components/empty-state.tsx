import type { ReactNode } from 'react';
import styles from './states.module.css';

interface Props {
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.grid} aria-hidden="true" />
      <div className={styles.emptyTitle}>{title}</div>
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  );
}
