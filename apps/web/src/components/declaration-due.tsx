import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { interestsQuery } from '../queries/interests.ts';
import { ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Icon } from './icon.tsx';
import styles from './states.module.css';

/** Where interests are declared. */
export const interestsPath = '/interests';

/** In the place of what only somebody sees who has declared their interests. */
export function DeclarationDue() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('declaration.due')}
      action={<ButtonLink to={interestsPath}>{t('declaration.go')}</ButtonLink>}
    >
      {t('declaration.text')}
    </EmptyState>
  );
}

/** Above the work of somebody whose declaration is due; nothing for anybody else. */
export function DeclarationBanner() {
  const { t } = useTranslation();
  const { data } = useQuery(interestsQuery);
  if (!data?.isDue) return null;
  return (
    <div className={styles.due} role="status">
      <Icon name="warning" />
      <p>
        <strong>{t('declaration.due')}</strong> {t('declaration.text')}{' '}
        <Link to={interestsPath}>{t('declaration.go')}</Link>
      </p>
    </div>
  );
}
