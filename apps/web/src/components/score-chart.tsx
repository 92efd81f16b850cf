import type { ComposedResult, DimensionCode } from '@ennead/contracts';
import { formatComposite, formatScore } from '@ennead/contracts';
import { useId } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './score-chart.module.css';
import { ScorePatterns } from './score-patterns.tsx';

/** A composite of ten-thousandths as a place on the scale from 0 to 100. */
const at = (tenThousandths: number) => `${tenThousandths / 10_000}%`;
const box = 22;
const bar = { y: 40, height: 36 } as const;
const ticks = [0, 100] as const;

/**
 * The composite as a bar of three contributions on a scale of 100 points, with the cut scores as lines. Drawn in
 * percentages and pixels, so that letters keep their size however wide it is. The table of the same figures stands
 * beside it; see ScoreTable.
 */
export function ScoreChart({ result }: { readonly result: ComposedResult }) {
  const { t } = useTranslation('result');
  const id = useId();
  const composite = result.compositeTenThousandths;
  return (
    <div className={styles.plot}>
      <svg width="100%" height={134} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{t('chart.title')}</title>
        <desc id={`${id}-text`}>{useSummary(result)}</desc>
        <ScorePatterns id={id} />
        <rect className={styles.track} x="0" y={bar.y} width="100%" height={bar.height} />
        {segments(result).map(({ dimension, from, width }) => (
          <g key={dimension} className={styles.segment}>
            <rect className={styles.paper} x={at(from)} y={bar.y} width={at(width)} height={bar.height} />
            <rect
              x={at(from)}
              y={bar.y}
              width={at(width)}
              height={bar.height}
              fill={`url(#${id}-${dimension})`}
            />
          </g>
        ))}
        {result.cuts.map(({ grade, cutCents, reached }) => (
          <g key={grade} className={reached ? styles.reached : styles.missed}>
            <line
              x1={at(cutCents * 100)}
              x2={at(cutCents * 100)}
              y1={box + 2}
              y2={bar.y + bar.height + 6}
              className={styles.cut}
            />
            <svg x={at(cutCents * 100)} y="0" overflow="visible">
              <rect x={-box / 2} y="1" width={box} height={box} className={styles.gradeBox} />
              <text x="0" y={box / 2 + 6} textAnchor="middle" className={styles.grade}>
                {grade}
              </text>
            </svg>
            <text
              x={at(cutCents * 100)}
              y={bar.y + bar.height + 22}
              textAnchor="middle"
              className={styles.tick}
            >
              {cutCents / 100}
            </text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text
            key={tick}
            x={`${tick}%`}
            y={bar.y + bar.height + 22}
            textAnchor={tick === 0 ? 'start' : 'end'}
            className={tick === 0 ? styles.tick : styles.lastTick}
          >
            {tick}
          </text>
        ))}
        {composite === null ? (
          <text x="0" y="126" className={styles.composite}>
            {t('chart.noComposite')}
          </text>
        ) : (
          <>
            <line
              x1={at(composite)}
              x2={at(composite)}
              y1={bar.y - 5}
              y2="110"
              className={styles.compositeLine}
            />
            <text x={at(composite)} y="126" textAnchor={anchorAt(composite)} className={styles.composite}>
              {t('chart.composite', { composite: formatComposite(composite) })}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}

type Segment = { readonly dimension: DimensionCode; readonly from: number; readonly width: number };

/** Contributions end to end; a dimension without a score takes no room. */
const segments = ({ contributions }: ComposedResult): Segment[] =>
  contributions.reduce<Segment[]>((all, { dimension, contributionTenThousandths: width }) => {
    const last = all.at(-1);
    return width === null ? all : [...all, { dimension, from: last ? last.from + last.width : 0, width }];
  }, []);

const anchorAt = (composite: number) =>
  composite < 200_000 ? 'start' : composite > 800_000 ? 'end' : 'middle';

/** The chart in words, for those who hear it. */
function useSummary(result: ComposedResult): string {
  const { t, locale } = useTranslation('result');
  const join = locale === 'en' ? '; ' : '，';
  const parts = result.contributions.map(({ dimension, contributionTenThousandths: points }) =>
    points === null
      ? t('chart.partMissing', { dimension: t(`common:dimension.${dimension}`) })
      : t('chart.partSummary', {
          dimension: t(`common:dimension.${dimension}`),
          points: formatComposite(points),
        }),
  );
  const cuts = result.cuts.map(({ grade, cutCents, reached }) =>
    t(reached ? 'chart.cutReached' : 'chart.cutMissed', { grade, cut: formatScore(cutCents) }),
  );
  const values = { parts: parts.join(join), cuts: cuts.join(join) };
  const composite = result.compositeTenThousandths;
  return composite === null
    ? t('chart.summaryMissing', values)
    : t('chart.summary', { ...values, composite: formatComposite(composite) });
}
