import { useTranslation } from '../i18n/use-translation.ts';
import { classNames } from './class-names.ts';
import styles from './grade-mark.module.css';

const cells = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

interface Props {
  /** 1 to 9; null for no grade: nine open squares. */
  readonly grade: number | null;
  readonly size?: 'small' | 'medium' | 'large' | 'hero';
  /** `seal` is vermilion and reserved for grades that were decided. */
  readonly tone?: 'ink' | 'seal';
  /** Replaces "Grade n of 9"; the empty string hides it where words beside it say the grade. */
  readonly label?: string;
}

/**
 * The nine squares, read like text: a row a level, junior on top, a square a grade; filled up to the grade.
 */
export function GradeMark({ grade, size = 'medium', tone = 'ink', label }: Props) {
  const { t } = useTranslation();
  const name = label ?? (grade === null ? t('grade.none') : t('grade.mark', { grade }));
  return (
    <svg
      className={classNames(styles.mark, styles[size], styles[tone])}
      viewBox="0 0 32 32"
      role={name ? 'img' : undefined}
      aria-label={name || undefined}
      aria-hidden={name ? undefined : true}
    >
      {cells.map((cell) => (
        <rect
          key={cell}
          className={grade !== null && cell <= grade ? styles.filled : styles.open}
          x={1.5 + ((cell - 1) % 3) * 10.5}
          y={1.5 + Math.floor((cell - 1) / 3) * 10.5}
          width={8}
          height={8}
        />
      ))}
    </svg>
  );
}
