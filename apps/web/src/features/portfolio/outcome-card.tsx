import { formatScore, type PortfolioOutcome } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './portfolio.module.css';

/** The score and what each criterion came to; who marked is not told. */
export function OutcomeCard({ outcome }: { readonly outcome: PortfolioOutcome }) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  return (
    <Card title={t('outcome.title')}>
      <p className={styles.score}>
        <strong data-testid="portfolio-score">
          {t('outcome.score', { score: formatScore(outcome.scoreCents) })}
        </strong>{' '}
        <span className={styles.soft}>{t('outcome.of')}</span>
      </p>
      <p className={styles.soft}>{t(outcome.adjudicated ? 'outcome.adjudicated' : 'outcome.agreed')}</p>
      <ul role="list" className={styles.criteria}>
        {outcome.criteria.map((criterion) => (
          <li key={criterion.id} className={styles.criterion}>
            <div className={styles.criterionHead}>
              <h3>{text(criterion.title)}</h3>
              <span className={styles.points}>
                {t('outcome.pointsOf', { points: criterion.halfPoints / 2 })}
              </span>
            </div>
            <meter
              className={styles.meter}
              min={0}
              max={8}
              value={criterion.halfPoints}
              aria-label={text(criterion.title)}
            />
            <p className={styles.soft}>
              {criterion.descriptor ? text(criterion.descriptor) : t('outcome.between')}
            </p>
            <p className={styles.hint}>
              {t('outcome.weight')} {criterion.weight}%
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
