import type { EntryResultView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { CertificateDay } from '../../components/certificate-day.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { gradeOf } from '../../lib/grade-of.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './result-page.module.css';

/** Who decided what, when and why; until then, who will. */
export function DecisionCard({ view }: { readonly view: EntryResultView }) {
  const { t } = useTranslation('result');
  const text = useLocalized();
  const { decision, credential } = view;
  const asked = t('decision.asked', { level: text(view.levelName), text: text(view.experienceAsked.text) });
  if (!decision) {
    return (
      <Card title={t('decision.title')}>
        <p>{t('decision.pending')}</p>
        <p className={styles.note}>{asked}</p>
      </Card>
    );
  }
  return (
    <Card title={t('decision.title')}>
      <p className={styles.outcome}>
        {t(`decision.${decision.outcome}`, {
          grade: gradeOf(decision),
        })}
      </p>
      <dl className={styles.facts}>
        {decision.reason !== null && (
          <>
            <dt>{t('decision.reason')}</dt>
            <dd className={styles.reason}>{decision.reason}</dd>
          </>
        )}
        {decision.certifierName !== null && (
          <>
            <dt>{t('decision.certifier')}</dt>
            <dd>{decision.certifierName}</dd>
          </>
        )}
        {decision.confirmedBy !== null && (
          <>
            <dt>{t('decision.confirmedBy')}</dt>
            <dd>{decision.confirmedBy}</dd>
          </>
        )}
        <dt>{t('decision.date')}</dt>
        <dd>
          <DateTime instant={decision.decidedAt} />
        </dd>
        {decision.experienceMet !== null && (
          <>
            <dt>{t('decision.experience')}</dt>
            <dd>{t(decision.experienceMet ? 'decision.experienceMet' : 'decision.experienceUnmet')}</dd>
          </>
        )}
        {credential?.revokedAt && (
          <>
            <dt>{t('decision.revokedOn')}</dt>
            <dd>
              <CertificateDay instant={credential.revokedAt} timeZone={view.timeZone} />
            </dd>
          </>
        )}
        {credential?.revokedReason && credential.revokedReason !== decision.reason && (
          <>
            <dt>{t('decision.revokedReason')}</dt>
            <dd className={styles.reason}>{credential.revokedReason}</dd>
          </>
        )}
      </dl>
      {decision.outcome === 'grant' && !credential && <p>{t('decision.recordOnly')}</p>}
      {decision.outcome !== 'withdraw' && <p className={styles.note}>{asked}</p>}
      {view.shows === 'scores' && <p className={styles.note}>{t('decision.scoresOnly')}</p>}
    </Card>
  );
}
