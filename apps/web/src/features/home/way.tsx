import { Link } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './home-page.module.css';

const steps = ['standard', 'parts', 'composite', 'decision', 'credential'] as const;

/** The way of the data, told as the candidate meets it. */
export function Way() {
  const { t } = useTranslation('home');
  return (
    <section className={styles.section} aria-labelledby="home-way">
      <div className={styles.sectionHead}>
        <h2 id="home-way">{t('wayTitle')}</h2>
        <Link to="/standard">{t('standardLink')}</Link>
      </div>
      <ol role="list" className={styles.way}>
        {steps.map((step) => (
          <li key={step} className={styles.step}>
            <h3>{t(`way.${step}.name`)}</h3>
            <p>{t(`way.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
