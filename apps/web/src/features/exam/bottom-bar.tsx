import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './exam-page.module.css';

interface Props {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isFlagged: boolean;
  readonly readOnly: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onFlag: () => void;
  readonly onOverview: () => void;
  readonly onReview: () => void;
}

/** Where thumbs are. */
export function BottomBar(props: Props) {
  const { t } = useTranslation('exam');
  return (
    <nav className={styles.bottom} aria-label={t('nav.label')}>
      <Button icon="left" disabled={props.isFirst} onClick={props.onPrevious}>
        {t('nav.previous')}
      </Button>
      <Button
        icon="flag"
        aria-pressed={props.isFlagged}
        className={styles.flag}
        disabled={props.readOnly}
        onClick={props.onFlag}
      >
        {t(props.isFlagged ? 'nav.unflag' : 'nav.flag')}
      </Button>
      <Button className={styles.overviewButton} onClick={props.onOverview}>
        {t('nav.overview')}
      </Button>
      {props.isLast ? (
        <Button tone="primary" disabled={props.readOnly} onClick={props.onReview}>
          {t('nav.review')}
        </Button>
      ) : (
        <Button iconAfter="right" onClick={props.onNext}>
          {t('nav.next')}
        </Button>
      )}
    </nav>
  );
}
