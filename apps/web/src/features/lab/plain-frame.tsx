import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import { Logo } from '../../components/logo.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { OptionsMenu } from './options-menu.tsx';
import styles from './plain-frame.module.css';

/** The lab's page while there is no workbench on it: before, and after the hand-in. */
export function PlainFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('lab');
  return (
    <>
      <header className={styles.header}>
        {/* A load of its own, so that the other pages have their own policy again. */}
        <a className={styles.back} href="/candidate">
          <Logo />
          <span className={styles.leave}>
            <Icon name="left" size={16} />
            {t('leave')}
          </span>
        </a>
        <OptionsMenu />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
