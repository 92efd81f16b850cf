import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { schemeQuery } from '../../queries/standard.ts';
import { GradeCalculator } from './grade-calculator.tsx';
import { LevelCard } from './level-card.tsx';
import styles from './levels-page.module.css';

const rules = ['exact', 'floor', 'missing', 'person'] as const;

/** The rules of the scheme in force, and a calculator that applies them. */
export function LevelsPage() {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const format = useFormat();
  const { data: scheme, error, isPending, refetch } = useQuery(schemeQuery);
  return (
    <Page
      title={t('levels.title')}
      lead={t('levels.lead')}
      kicker={
        scheme && t('levels.scheme', { title: text(scheme.title), date: format.date(scheme.effectiveFrom) })
      }
    >
      {isPending && <Loading lines={8} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {scheme && (
        <>
          <div className={styles.levels}>
            {scheme.levels.map((level) => (
              <LevelCard key={level.code} level={level} />
            ))}
          </div>
          <section className={styles.rules} aria-labelledby="rules">
            <h2 id="rules">{t('levels.rulesTitle')}</h2>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{t(`levels.rules.${rule}`)}</li>
              ))}
            </ul>
          </section>
          <GradeCalculator scheme={scheme} />
        </>
      )}
    </Page>
  );
}
