import styles from './assessment.module.css';

interface Props {
  readonly openCount: number;
  /** Of those. */
  readonly overdueCount: number;
  /** What whoever has most has. */
  readonly most: number;
}

/** How much somebody has, as a figure and beside what others have; what is overdue of it has a column of its own. */
export function LoadBar({ openCount, overdueCount, most }: Props) {
  const width = (count: number) => ({ inlineSize: `${(count / most) * 100}%` });
  return (
    <div className={styles.load}>
      <span>{openCount}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.barLate} style={width(overdueCount)} />
        <span className={styles.barOpen} style={width(openCount - overdueCount)} />
      </span>
    </div>
  );
}
