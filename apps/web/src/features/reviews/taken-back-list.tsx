import type { TakenBackScript } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './reviews.module.css';

/** What was lately on the list and went to somebody else, and as far as it may be told, why. */
export function TakenBackList({ scripts }: { readonly scripts: readonly TakenBackScript[] }) {
  const { t } = useTranslation('reviews');
  if (scripts.length === 0) return null;
  return (
    <Card title={t('takenBack.title')}>
      <p className={styles.soft}>{t('takenBack.lead')}</p>
      <ul role="list" className={styles.takenBack}>
        {scripts.map(({ id, code, role, level, endedAt, why, reason }) => (
          <li key={id}>
            <p>
              <strong>{t('page.code', { code })}</strong>{' '}
              <span className={styles.soft}>
                {t('page.role', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) })}
                {' · '}
                <DateTime instant={endedAt} />
              </span>
            </p>
            <p>{t(`takenBack.why.${why}`)}</p>
            {reason && <p className={styles.written}>{t('takenBack.reason', { reason })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
