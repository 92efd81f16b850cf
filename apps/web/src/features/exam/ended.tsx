import type { AttemptView } from '@ennead/contracts';
import { ButtonLink } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './exam-page.module.css';

interface Props {
  readonly view: AttemptView;
  /** Changes of this page that never reached the server. */
  readonly unsaved: number;
}

/** What happened to the exam, and where to go from here. */
export function Ended({ view, unsaved }: Props) {
  const { t } = useTranslation('exam');
  const localized = useLocalized();
  const format = useFormat();
  const time = view.submittedAt ? format.dateTime(view.submittedAt) : '';
  const byExpiry = view.submitCause !== 'candidate';
  return (
    <main className={styles.ended} id="main" tabIndex={-1}>
      <span className={styles.endedMark}>
        <Icon name={byExpiry ? 'clock' : 'check'} size={32} />
      </span>
      <p className={styles.endedKicker}>{localized(view.title)}</p>
      <h1>{t(byExpiry ? 'ended.expiredTitle' : 'ended.submittedTitle')}</h1>
      <div role="status" className={styles.endedWords}>
        {view.state === 'open' ? (
          <p>{t('ended.collecting')}</p>
        ) : (
          <p>{t(byExpiry ? 'ended.expired' : 'ended.submitted', { time })}</p>
        )}
        {unsaved > 0 && <p className={styles.warning}>{t('ended.unsaved', { count: unsaved })}</p>}
        {view.state === 'submitted' && <p>{t('ended.scoring')}</p>}
      </div>
      <div className={styles.endedActions}>
        {view.state === 'scored' && (
          <ButtonLink tone="primary" to={`/exam/${view.id}/report`}>
            {t('ended.report')}
          </ButtonLink>
        )}
        <ButtonLink to="/candidate">{t('ended.home')}</ButtonLink>
      </div>
    </main>
  );
}
