import type { ComposedResult, Contribution } from '@ennead/contracts';
import { formatComposite, formatScore } from '@ennead/contracts';
import { useId } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './score-chart.module.css';
import { ScoreSwatch } from './score-patterns.tsx';
import { StateMark } from './state-mark.tsx';

/** The figures behind ScoreChart: each score on its own scale with its floor, its weight and what it contributes. */
export function ScoreTable({ result }: { readonly result: ComposedResult }) {
  const { t } = useTranslation('result');
  const composite = result.compositeTenThousandths;
  return (
    <table className={styles.table} role="table">
      <caption className="visually-hidden">{t('table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['dimension', 'score', 'floor', 'weight', 'contribution'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader" data-column={column}>
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {result.contributions.map((contribution) => (
          <Row key={contribution.dimension} contribution={contribution} />
        ))}
        <tr role="row" className={styles.total}>
          <th scope="row" role="rowheader" colSpan={4}>
            {t('table.total')}
          </th>
          <td role="cell" data-column="contribution">
            {composite === null ? t('table.none') : formatComposite(composite)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Row({ contribution }: { readonly contribution: Contribution }) {
  const { t } = useTranslation('result');
  const id = useId();
  const { dimension, scoreCents, floorCents, weight, contributionTenThousandths } = contribution;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ScoreSwatch id={id} dimension={dimension} />
        {t(`common:dimension.${dimension}`)}
      </th>
      <td role="cell" data-label={t('table.score')} data-column="score">
        <span className={styles.scoreCell}>
          <span className={styles.figure}>
            {scoreCents === null ? t('table.none') : formatScore(scoreCents)}
          </span>
          <ScoreBar scoreCents={scoreCents} floorCents={floorCents} />
        </span>
      </td>
      <td role="cell" data-label={t('table.floor')} data-column="floor">
        <span className={styles.floorCell}>
          {formatScore(floorCents)}
          {scoreCents !== null &&
            (scoreCents < floorCents ? (
              <StateMark tone="bad">{t('table.under')}</StateMark>
            ) : (
              <StateMark tone="good">{t('table.met')}</StateMark>
            ))}
        </span>
      </td>
      <td role="cell" data-label={t('table.weight')} data-column="weight">
        {weight}%
      </td>
      <td role="cell" data-label={t('table.contribution')} data-column="contribution">
        {contributionTenThousandths === null ? t('table.none') : formatComposite(contributionTenThousandths)}
      </td>
    </tr>
  );
}

function ScoreBar({ scoreCents, floorCents }: { scoreCents: number | null; floorCents: number }) {
  return (
    <svg className={styles.scoreBar} width="100%" height="14" aria-hidden="true">
      <rect className={styles.track} x="0" y="4" width="100%" height="6" />
      {scoreCents !== null && (
        <rect className={styles.ink} x="0" y="4" width={`${scoreCents / 100}%`} height="6" />
      )}
      <line className={styles.floor} x1={`${floorCents / 100}%`} x2={`${floorCents / 100}%`} y1="0" y2="14" />
    </svg>
  );
}
