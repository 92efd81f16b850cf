import { formatScore, type ReviewView } from '@ennead/contracts';
import { ButtonLink } from '../../components/button.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { listPath } from './use-kind.ts';
import styles from './reviews.module.css';

/** The review is final: what it came to, and the next script. */
export function DoneBanner({ view }: { readonly view: ReviewView }) {
  const { t } = useTranslation('reviews');
  return (
    <div id="done" tabIndex={-1} className={styles.done} role="status">
      <StateMark tone="good">{t('submit.done')}</StateMark>
      <p>{t('submit.doneText', { score: formatScore(view.scoreCents ?? 0) })}</p>
      {view.nextId ? (
        <ButtonLink tone="primary" iconAfter="right" to={`${listPath[view.kind]}/${view.nextId}`}>
          {t('submit.next')}
        </ButtonLink>
      ) : (
        <span className={styles.soft}>{t('submit.noNext')}</span>
      )}
    </div>
  );
}
