import type { DimensionCode } from '@ennead/contracts';
import styles from './score-chart.module.css';

/** A texture for each dimension, so that they are told apart without colour; ids are `<id>-<dimension>`. */
export function ScorePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-knowledge`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={styles.ink} />
      </pattern>
      <pattern
        id={`${id}-skills`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="3" height="6" className={styles.ink} />
      </pattern>
      <pattern id={`${id}-practice`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.6" className={styles.ink} />
      </pattern>
    </defs>
  );
}

/** The texture of one dimension as a small square, to stand beside its name. */
export function ScoreSwatch({ id, dimension }: { readonly id: string; readonly dimension: DimensionCode }) {
  return (
    <svg className={styles.swatch} width="16" height="16" aria-hidden="true">
      <ScorePatterns id={id} />
      <rect
        x="0.5"
        y="0.5"
        width="15"
        height="15"
        fill={`url(#${id}-${dimension})`}
        className={styles.edge}
      />
    </svg>
  );
}
