import type { EntryResultView, PartSource } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { ScoreChart } from '../../components/score-chart.tsx';
import { ScoreTable } from '../../components/score-table.tsx';
import { useTranslation, type Translate } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePartWords } from '../../lib/part-words.ts';
import { withPlaces } from '../../lib/place-parts.ts';
import { useResultSentences } from '../../lib/result-sentences.ts';
import styles from './result-page.module.css';

/** The picture, the figures behind it, and the same in words. */
export function WhyCard({ view }: { readonly view: EntryResultView }) {
  const { t } = useTranslation('result');
  const text = useLocalized();
  const sentences = useResultSentences()(view.result);
  const { result, decision } = view;
  const missing = useMissingLines(view);
  return (
    <Card title={t('chart.title')}>
      <ScoreChart result={result} />
      <p className={styles.note}>{t('chart.legend')}</p>
      <ScoreTable result={result} />
      {missing.length > 0 && (
        <div className={styles.words}>
          <h3>{t('missing.title')}</h3>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.words}>
        <h3>{t('why.title')}</h3>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {decision?.outcome === 'refuse' && result.grade !== null && (
            <li>{t('why.overruled', { grade: result.grade })}</li>
          )}
          {decision?.outcome === 'withdraw' && <li>{t('why.withdrawn')}</li>}
          <li>{t('why.scheme', { scheme: text(view.schemeTitle) })}</li>
        </ul>
      </div>
    </Card>
  );
}

/** For every part without a score, how far it is. */
function useMissingLines({ result, sources }: EntryResultView): string[] {
  const { t } = useTranslation('result');
  const words = usePartWords();
  const missing = new Set(result.reasons.flatMap((one) => (one.kind === 'missing' ? one.dimension : [])));
  return withPlaces(sources).flatMap(({ part, place }) =>
    missing.has(part.dimension) && part.scoreCents === null
      ? t('missing.line', {
          part: words.title(place),
          dimension: t(`common:dimension.${part.dimension}`),
          state: stateText(part, t),
        })
      : [],
  );
}

function stateText(source: PartSource, t: Translate<'result'>): string {
  switch (source.dimension) {
    case 'knowledge':
      return source.state === 'scored' ? '' : t(`missing.knowledge.${source.state}`);
    case 'skills':
      return source.state === 'graded' ? '' : t(`missing.skills.${source.state}`);
    case 'practice':
      return source.state === 'scored' ? '' : t(`missing.practice.${source.state}`);
  }
}
