import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

interface Props {
  readonly title: ReactNode;
  /** One or two sentences that say what this page is for. */
  readonly lead?: ReactNode;
  /** Above the title: where this page belongs. */
  readonly kicker?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly width?: 'narrow' | 'text' | 'full';
}

/** The frame of a page inside the shell: its one h1, what it is for, what can be done, and then the matter. */
export function Page({ title, lead, kicker, actions, children, width = 'full' }: Props) {
  return (
    <div className={classNames(styles.page, styles[width])}>
      <header className={styles.head}>
        <div className={styles.words}>
          {kicker && <div className={styles.kicker}>{kicker}</div>}
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
