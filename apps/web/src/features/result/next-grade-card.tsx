import { formatComposite, formatScore, type ComposedResult } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './result-page.module.css';

/** What the next grade of the level would take; nothing at the highest, and nothing without a composite. */
export function NextGradeCard({ result }: { readonly result: ComposedResult }) {
  const { t } = useTranslation('result');
  const { next } = result;
  if (!next) return null;
  const reachable = next.needed.flatMap(({ dimension, scoreCents }) =>
    scoreCents === null ? [] : [{ dimension, scoreCents }],
  );
  const needed = ({ dimension, scoreCents }: (typeof reachable)[number]) =>
    t('next.needed', {
      dimension: t(`common:dimension.${dimension}`),
      score: formatScore(scoreCents),
      now: formatScore(result.contributions.find((one) => one.dimension === dimension)?.scoreCents ?? 0),
    });
  return (
    <Card title={t('next.title', { grade: next.grade })}>
      <p>
        {next.shortfallTenThousandths > 0
          ? t('next.shortfall', {
              grade: next.grade,
              points: formatComposite(next.shortfallTenThousandths),
              cut: formatScore(next.cutCents),
            })
          : t('next.floorOnly', { grade: next.grade })}
      </p>
      {reachable.length === 0 && <p>{t('next.together')}</p>}
      {reachable.length === 1 && <p>{t('next.one', { text: needed(reachable[0]!) })}</p>}
      {reachable.length > 1 && (
        <div className={styles.words}>
          <p>{t('next.any')}</p>
          <ul>
            {reachable.map((one) => (
              <li key={one.dimension}>{needed(one)}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
