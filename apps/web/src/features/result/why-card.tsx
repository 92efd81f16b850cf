import type { DimensionCode, EntryResultView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { ScoreChart } from '../../components/score-chart.tsx';
import { ScoreTable } from '../../components/score-table.tsx';
import { useTranslation, type Translate } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useResultSentences } from '../../lib/result-sentences.ts';
import styles from './result-page.module.css';

/** The picture, the figures behind it, and the same in words. */
export function WhyCard({ view }: { readonly view: EntryResultView }) {
  const { t } = useTranslation('result');
  const text = useLocalized();
  const sentences = useResultSentences()(view.result);
  const { result, decision } = view;
  const missing = missingLines(view, t);
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
          <li>{t('why.scheme', { scheme: text(view.schemeTitle) })}</li>
        </ul>
      </div>
    </Card>
  );
}

/** For every part without a score, how far it is. */
function missingLines({ result, sources }: EntryResultView, t: Translate<'result'>): string[] {
  const states: Record<DimensionCode, () => string> = {
    knowledge: () =>
      sources.knowledge.state === 'scored' ? '' : t(`missing.knowledge.${sources.knowledge.state}`),
    skills: () => (sources.skills.state === 'graded' ? '' : t(`missing.skills.${sources.skills.state}`)),
    practice: () =>
      sources.practice.state === 'scored' ? '' : t(`missing.practice.${sources.practice.state}`),
  };
  return result.reasons.flatMap((reason) =>
    reason.kind === 'missing'
      ? t('missing.line', {
          part: t(`part.${reason.dimension}`),
          dimension: t(`common:dimension.${reason.dimension}`),
          state: states[reason.dimension](),
        })
      : [],
  );
}
