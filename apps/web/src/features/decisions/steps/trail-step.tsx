import type { AuditEventView } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { auditText } from '../../../lib/audit-text.ts';
import styles from '../case-page.module.css';
import { Step } from './step.tsx';

/** Every recorded step of the case, as the append-only audit trail has it. */
export function TrailStep({ events }: { readonly events: readonly AuditEventView[] }) {
  const { t } = useTranslation('decisions');
  // Actions carry the names that administrators read in the audit trail; an action without one shows its code.
  useTranslation('admin');
  return (
    <Step code="trail" aside={events.length > 0 && t('trail.count', { count: events.length })}>
      {events.length === 0 ? (
        <p>{t('trail.empty')}</p>
      ) : (
        <ol role="list" className={styles.trail}>
          {events.map(({ id, at, actor, action, detail }) => (
            <li key={id}>
              <span className={styles.faint}>
                <DateTime instant={at} />
              </span>
              <span>{auditText({ action, detail })}</span>
              <span className={styles.faint}>{actor?.name ?? t('trail.platform')}</span>
            </li>
          ))}
        </ol>
      )}
    </Step>
  );
}
