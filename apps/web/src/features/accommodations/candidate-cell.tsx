import type { QueuedAccommodation } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './accommodations.module.css';

export function CandidateCell({
  queued: { candidateName, role, level },
}: {
  readonly queued: QueuedAccommodation;
}) {
  const { t } = useTranslation('accommodations');
  return (
    <div className={styles.lines}>
      <strong>{candidateName}</strong>
      <span className={styles.faint}>
        {t(`common:role.${role}`)} · {t(`common:level.${level}`)}
      </span>
    </div>
  );
}
