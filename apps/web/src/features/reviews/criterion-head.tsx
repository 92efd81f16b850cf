import type { Criterion } from '@ennead/contracts';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './reviews.module.css';

interface Props {
  readonly criterion: Criterion;
  readonly points: number | null;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** A criterion in one line: its title, its weight, and what was given. */
export function CriterionHead({ criterion, points, open, onOpen }: Props) {
  const { t } = useTranslation('reviews');
  const text = useLocalized();
  return (
    <h3 className={styles.criterionHead}>
      <button type="button" aria-expanded={open} onClick={onOpen}>
        <Icon name={open ? 'down' : 'right'} size={16} />
        <span className={styles.criterionTitle}>{text(criterion.title)}</span>
        <span className={styles.hint}>{t('rubric.weight', { weight: criterion.weight })}</span>
        <span className={styles.given} data-marked={points !== null || undefined}>
          {points === null ? t('rubric.unmarked') : t('rubric.pointsOf', { points })}
        </span>
      </button>
    </h3>
  );
}
