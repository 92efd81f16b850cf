import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import styles from './institution.module.css';

interface Props {
  readonly title?: string;
  readonly children: ReactNode;
}

/** What must not be overlooked before going on. */
export function Notice({ title, children }: Props) {
  return (
    <div className={styles.notice}>
      <Icon name="warning" />
      <div>
        {title && <strong>{title}</strong>}
        <p>{children}</p>
      </div>
    </div>
  );
}
