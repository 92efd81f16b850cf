import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { unreadQuery } from '../queries/notices.ts';
import styles from './shell.module.css';

const mostShown = 99;

/** The way to one's notices, with how many of them are not read. */
export function NoticesLink() {
  const { t } = useTranslation();
  const count = useQuery(unreadQuery).data?.count ?? 0;
  const label = count > 0 ? t('shell.noticesUnread', { count }) : t('shell.notices');
  return (
    <Link to="/notices" className={styles.notices} aria-label={label} title={label}>
      <Icon name="bell" />
      {count > 0 && (
        <span className={styles.noticesCount} aria-hidden="true">
          {count > mostShown ? `${mostShown}+` : count}
        </span>
      )}
    </Link>
  );
}
