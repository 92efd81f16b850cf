import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './admin.module.css';
import { HealthLine } from './health-line.tsx';

const sections = [
  { to: '/admin', label: 'people.title' },
  { to: '/admin/institutions', label: 'institutions.title' },
  { to: '/admin/sessions', label: 'sessions.title' },
  { to: '/admin/inbox', label: 'inbox.title' },
  { to: '/admin/work', label: 'work.title' },
  { to: '/admin/audit', label: 'audit.title' },
] as const;

interface Props {
  readonly section: 'people' | 'institutions' | 'sessions' | 'entries' | 'inbox' | 'work' | 'audit';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of all administration pages: where one is, what else there is, and whether the service is well. */
export function AdminPage({ section, actions, children }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Page
      title={t(`${section}.title`)}
      lead={t(`${section}.lead`)}
      kicker={
        <span className={styles.kicker}>
          {t('kicker')}
          <HealthLine />
        </span>
      }
      actions={actions}
    >
      <nav className={styles.sections} aria-label={t('sections')}>
        {sections.map(({ to, label }) => (
          <NavLink key={to} to={to} end={to === '/admin'} className={styles.sectionLink}>
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <DeclarationBanner />
      {children}
    </Page>
  );
}
