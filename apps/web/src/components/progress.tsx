import { useId } from 'react';
import { useFormat } from '../lib/format.ts';
import styles from './states.module.css';

interface Props {
  readonly label: string;
  /** Both in the same unit; leave `value` out while the amount is unknown. */
  readonly value?: number;
  readonly max: number;
  /** What stands at the right instead of the percentage, for example "12 / 40". */
  readonly text?: string;
}

/** How far along something is, as a bar and in figures. */
export function Progress({ label, value, max, text }: Props) {
  const id = useId();
  const format = useFormat();
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <label htmlFor={id}>{label}</label>
        <span>{text ?? (value === undefined ? '' : format.percent(max > 0 ? value / max : 0))}</span>
      </div>
      <progress id={id} className={styles.bar} value={value} max={max} />
    </div>
  );
}
