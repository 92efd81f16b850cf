import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './home-page.module.css';

const parts = ['exam', 'lab', 'portfolio'] as const;

export function Parts() {
  const { t } = useTranslation('home');
  return (
    <section className={styles.section} aria-labelledby="home-parts">
      <h2 id="home-parts">{t('partsTitle')}</h2>
      <ul role="list" className={styles.parts}>
        {parts.map((part) => (
          <li key={part} className={styles.part}>
            <h3>{t(`parts.${part}.name`)}</h3>
            <div className={styles.dimension}>{t(`parts.${part}.dimension`)}</div>
            <p>{t(`parts.${part}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
