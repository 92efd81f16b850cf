import type { CohortMember, MemberMail } from '@ennead/contracts';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './institution.module.css';

const tones: Readonly<Record<MemberMail, StateTone>> = {
  refused: 'bad',
  uncertain: 'warn',
  queued: 'active',
  none: 'neutral',
  captured: 'warn',
  sent: 'good',
};

/** What became of the latest letter to a member about their entry; where it went wrong, why, and what to do. */
export function MemberMailMark({ member: { mail } }: { readonly member: CohortMember }) {
  const { t } = useTranslation('institution');
  const { t: noticeText } = useTranslation('notices');
  const format = useFormat();
  return (
    <span className={styles.mail}>
      <StateMark tone={tones[mail.state]} icon={mail.state === 'queued' ? 'clock' : undefined}>
        {t(`mail.${mail.state}`)}
      </StateMark>
      {mail.kind && mail.queuedAt && (
        <span className={styles.faint}>
          {t('mail.letter', { kind: noticeText(`kind.${mail.kind}`), at: format.dateTime(mail.queuedAt) })}
        </span>
      )}
      {mail.reason && <span className={styles.soft}>{t(`mail.reason.${mail.reason}`)}</span>}
    </span>
  );
}
