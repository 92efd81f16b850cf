import { optionLetters, type ReleasedItem } from '@ennead/contracts';
import { Icon } from '../../components/icon.tsx';
import { ItemLine } from '../../components/item-text.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './report-page.module.css';

/** The options in the order in which this candidate met them, each with what it was and why. */
export function ReleasedChoices({ released }: { readonly released: ReleasedItem }) {
  const { t, locale } = useTranslation('exam');
  const { item, response, key, optionRationales } = released;
  const chosen = response && 'chosen' in response ? response.chosen : [];
  const right = 'chosen' in key ? key.chosen : [];
  return (
    <ul role="list" className={styles.options} aria-label={t('report.optionWhy')}>
      {item.options?.map(({ id, text }, at) => (
        <li key={id} data-right={right.includes(id)}>
          <div className={styles.optionHead}>
            <span>{optionLetters[at]}</span>
            <ItemLine>{text[locale]}</ItemLine>
          </div>
          {(right.includes(id) || chosen.includes(id)) && (
            <div className={styles.marks}>
              {right.includes(id) && (
                <span className={styles.right}>
                  <Icon name="check" size={16} />
                  {t('report.isKey')}
                </span>
              )}
              {chosen.includes(id) && (
                <span className={styles.chosen}>
                  <Icon name="dot" size={16} />
                  {t('report.chosen')}
                </span>
              )}
            </div>
          )}
          <p className={styles.optionWhy}>
            <ItemLine>
              {optionRationales.find((rationale) => rationale.id === id)?.rationale[locale] ?? ''}
            </ItemLine>
          </p>
        </li>
      ))}
    </ul>
  );
}
