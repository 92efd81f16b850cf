import { Link } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './identity.module.css';

/** What opening an account accepts; in tabs of their own, so that what was filled in stays. */
export function AcceptsNote() {
  const { t } = useTranslation('account');
  const link = (id: 'terms' | 'privacy') => (
    <Link to={`/${id}`} target="_blank" rel="noopener">
      {t(`common:document.${id}`)}
      <span className="visually-hidden">{t('accepts.newTab')}</span>
    </Link>
  );
  return (
    <p className={styles.note}>
      {t('accepts.before')}
      {link('terms')}
      {t('accepts.and')}
      {link('privacy')}
      {t('accepts.after')}
    </p>
  );
}
