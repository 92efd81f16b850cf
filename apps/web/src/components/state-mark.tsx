import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './state-mark.module.css';

export type StateTone = 'good' | 'warn' | 'bad' | 'active' | 'neutral';

const icons: Record<StateTone, IconName> = {
  good: 'check',
  warn: 'warning',
  bad: 'ban',
  active: 'half',
  neutral: 'circle',
};

interface Props {
  readonly tone: StateTone;
  /** The word that says the state; the icon and the colour only repeat it. */
  readonly children: ReactNode;
  readonly icon?: IconName;
}

/** A state as icon and word. */
export function StateMark({ tone, children, icon }: Props) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Icon name={icon ?? icons[tone]} size={16} />
      <span>{children}</span>
    </span>
  );
}

/** A small label without a state: a kind, a count, a code. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>;
}
