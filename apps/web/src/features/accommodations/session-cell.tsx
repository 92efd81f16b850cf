import type { QueuedAccommodation } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './accommodations.module.css';

export function SessionCell({ queued: { sessionTitle, opensAt } }: { readonly queued: QueuedAccommodation }) {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  const text = useLocalized();
  return (
    <div className={styles.lines}>
      <span>{text(sessionTitle)}</span>
      <span className={styles.faint}>{t('queue.opens', { time: format.dateTime(opensAt) })}</span>
    </div>
  );
}
