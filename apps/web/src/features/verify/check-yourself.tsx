import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './verify.module.css';

/** How to check a certificate without trusting this page. */
export function CheckYourself() {
  const { t } = useTranslation('verify');
  return (
    <section className={styles.how} aria-labelledby="verify-how">
      <h2 id="verify-how">{t('howTitle')}</h2>
      <ol>
        <li>{t('how.address')}</li>
        <li>{t('how.document')}</li>
        <li>{t('how.office')}</li>
      </ol>
    </section>
  );
}
