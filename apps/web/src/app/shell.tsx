import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Link, NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import { ButtonLink, IconButton } from '../components/button.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { Logo } from '../components/logo.tsx';
import { Toaster } from '../components/toaster.tsx';
import { useOnline } from '../lib/online.ts';
import { useMe } from '../queries/me.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { navigationFor } from './navigation.ts';
import { NoticesLink } from './notices-link.tsx';
import styles from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';
import { UserMenu } from './user-menu.tsx';

const documents = ['help', 'contact', 'privacy', 'terms', 'conduct', 'non-disclosure'] as const;

/** Header, page, footer. */
export function Shell() {
  const { t } = useTranslation();
  const { state } = useNavigation();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1} className={styles.main} aria-busy={state !== 'idle'}>
        <Outlet />
      </main>
      <Footer />
      <Toaster />
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  const { person, isPending } = useMe();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  // The path at which the menu was opened: going anywhere else closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const online = useOnline();
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.home} aria-label={t('shell.home')}>
          <Logo />
        </Link>
        <nav
          id="main-nav"
          className={classNames(styles.nav, open && styles.navOpen)}
          aria-label={t('shell.mainNav')}
        >
          <ul role="list">
            {navigationFor(person?.roles ?? []).map((entry) => (
              <li key={entry.to}>
                <NavLink to={entry.to} className={styles.link}>
                  {t(`nav.${entry.label}`)}
                </NavLink>
              </li>
            ))}
            {!person && !isPending && (
              <li className={styles.narrowOnly}>
                <NavLink to="/log-in" className={styles.link}>
                  {t('shell.logIn')}
                </NavLink>
              </li>
            )}
          </ul>
        </nav>
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
          {person ? (
            <>
              {/* Until a second factor is set up that has to be, nothing of theirs is told. */}
              {person.secondFactor !== 'due' && <NoticesLink />}
              <UserMenu person={person} />
            </>
          ) : (
            !isPending && (
              <ButtonLink to="/log-in" size="small" className={styles.logIn}>
                {t('shell.logIn')}
              </ButtonLink>
            )
          )}
          <IconButton
            className={styles.menuButton}
            icon={open ? 'cross' : 'menu'}
            label={open ? t('shell.closeMenu') : t('shell.menu')}
            aria-expanded={open}
            aria-controls="main-nav"
            onClick={() => setOpenAt(open ? null : pathname)}
          />
        </div>
      </div>
      {!online && (
        <div className={styles.offline} role="status">
          <Icon name="offline" size={16} />
          {t('shell.offline')}
        </div>
      )}
      {person && !person.emailConfirmed && person.roles.includes('candidate') && pathname !== '/account' && (
        <div className={styles.offline} role="status">
          <Icon name="info" size={16} />
          <span>
            {t('shell.unconfirmed')} <Link to="/account">{t('shell.confirmAddress')}</Link>
          </span>
        </div>
      )}
      <div className={styles.waiting} data-busy={state === 'loading'} aria-hidden="true" />
    </header>
  );
}

function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      <div className={styles.footerBar}>
        <p>{t('shell.footer')}</p>
        <nav aria-label={t('shell.footerNav')}>
          <ul role="list" className={styles.footerLinks}>
            {(['standard', 'levels', 'verify'] as const).map((label) => (
              <li key={label}>
                <Link to={`/${label}`}>{t(`nav.${label}`)}</Link>
              </li>
            ))}
            {documents.map((id) => (
              <li key={id}>
                <Link to={`/${id}`}>{t(`document.${id}`)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
