import type { Standard } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './roles-page.module.css';

/** What the standard means by its dimensions, elements and degrees of mastery. */
export function Vocabulary({ standard }: { readonly standard: Standard }) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  return (
    <div className={styles.vocabulary}>
      <section aria-labelledby="dimensions">
        <h2 id="dimensions">{t('dimensions')}</h2>
        {standard.dimensions.map((dimension) => (
          <div key={dimension.code} className={styles.term}>
            <h3>{text(dimension.name)}</h3>
            <p className={styles.how}>{t('evaluatedBy', { how: text(dimension.evaluatedByName) })}</p>
            <dl className={styles.elements}>
              {dimension.elements.map((element) => (
                <div key={element.code}>
                  <dt>{text(element.name)}</dt>
                  <dd>{text(element.description)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
      <section aria-labelledby="masteries">
        <h2 id="masteries">{t('masteries')}</h2>
        {standard.masteries.map((mastery) => (
          <div key={mastery.code} className={styles.term}>
            <h3>{text(mastery.name)}</h3>
            <p>{text(mastery.description)}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
