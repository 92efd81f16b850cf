import type { CompetencyResult } from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './report-page.module.css';

/** A table whose last column draws what the column before it says. */
export function CompetencyBars({ competencies }: { readonly competencies: readonly CompetencyResult[] }) {
  const { t } = useTranslation('exam');
  const localized = useLocalized();
  return (
    <table className={styles.bars}>
      <caption>{t('report.competencies')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.competency')}</th>
          <th scope="col" className={styles.number}>
            {t('report.itemCount')}
          </th>
          <th scope="col" className={styles.number}>
            {t('report.points')}
          </th>
          <th scope="col" className={styles.barCell}>
            <span className="visually-hidden">{t('report.bar')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {competencies.map(({ competency, title, itemCount, scoreCents }) => (
          <tr key={competency}>
            <th scope="row">{localized(title)}</th>
            <td className={styles.number}>{itemCount}</td>
            <td className={styles.number}>{formatScore(scoreCents)}</td>
            <td className={styles.barCell}>
              <svg
                className={styles.bar}
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                role="img"
                aria-label={t('report.barLabel', { score: formatScore(scoreCents) })}
              >
                <rect className={styles.barTrack} width="100" height="10" />
                <rect className={styles.barFill} width={scoreCents / 100} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
