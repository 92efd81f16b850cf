import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
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
  /** More than a word or two: it breaks into lines where it must. */
  readonly isSentence?: boolean;
}

/** A state as icon and word. */
export function StateMark({ tone, children, icon, isSentence = false }: Props) {
  return (
    <span className={classNames(styles.mark, styles[tone], isSentence && styles.sentence)}>
      <Icon name={icon ?? icons[tone]} size={16} />
      <span>{children}</span>
    </span>
  );
}

/** A small label without a state: a kind, a count, a code. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>;
}
