import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import styles from './admin.module.css';

/** What must not be overlooked before going on. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Icon name="warning" />
      <div>{children}</div>
    </div>
  );
}
