import { useTranslation } from '../../i18n/use-translation.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Link } from 'react-router';
import styles from './home-page.module.css';
import { NineGrades } from './nine-grades.tsx';

export function Hero() {
  const { t } = useTranslation('home');
  return (
    <section className={styles.hero}>
      <div className={styles.heroWords}>
        <h1 className={styles.heading}>{t('heading')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <div className={styles.ways}>
          <ButtonLink to="/register" tone="primary" size="large">
            {t('register')}
          </ButtonLink>
          <ButtonLink to="/log-in" size="large">
            {t('logIn')}
          </ButtonLink>
        </div>
      </div>
      <div className={styles.heroGrid}>
        <NineGrades />
        <Link to="/levels">{t('levels')}</Link>
        <Link to="/sessions">{t('sessions')}</Link>
      </div>
    </section>
  );
}
