import type { ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';

interface Props {
  readonly title?: ReactNode;
  /** Stands beside the title: a state, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  readonly className?: string;
}

/** A sheet of paper on the desk. */
export function Card({ title, aside, children, headingLevel = 2, className }: Props) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={classNames(styles.card, className)}>
      {(title || aside) && (
        <header className={styles.head}>
          {title && <Heading className={styles.title}>{title}</Heading>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
