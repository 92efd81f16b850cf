import { isGivenOut, type DecisionView, type EvidenceView } from '@ennead/contracts';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/button.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { CertificateDay } from '../../../components/certificate-day.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { GradeMark } from '../../../components/grade-mark.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import styles from '../case-page.module.css';
import { Fact, Facts } from '../steps/facts.tsx';
import { Step } from '../steps/step.tsx';
import { ExperienceFacts } from './experience-facts.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly decision: DecisionView;
  /** Of the certificate, in which its days are written. */
  readonly timeZone: string;
}

/** What was decided, and what can still be done: look at the certificate, or take the grade back. */
export function DecidedStep({ view, decision, timeZone }: Props) {
  const { t } = useTranslation('decisions');
  const { credential } = decision;
  const certificate = isGivenOut(credential?.status) ? credential : null;
  const isEffective = decision.state === 'effective';
  return (
    <Step code="decision" aside={<States decision={decision} />}>
      {decision.state !== 'effective' && <p>{t(`decided.stateText.${decision.state}`)}</p>}
      <div className={styles.outcome}>
        <GradeMark grade={decision.grade} size="medium" tone={isEffective ? 'seal' : 'ink'} label="" />
        <strong>{t(`decided.${decision.outcome}`, { grade: gradeOf(decision) })}</strong>
      </div>
      <Facts>
        <Fact label={t('decided.reason')}>
          <span className={styles.written}>{decision.reason}</span>
        </Fact>
        <Fact label={t('decided.certifier')}>{decision.certifierName}</Fact>
        <Fact label={t('decided.at')}>
          <DateTime instant={decision.decidedAt} />
        </Fact>
        <Fact label={t('decided.confirmedBy')}>{decision.confirmedBy}</Fact>
        <Fact label={t('decided.confirmReason')}>
          {decision.confirmReason && <span className={styles.written}>{decision.confirmReason}</span>}
        </Fact>
        <ExperienceFacts decision={decision} />
        <Fact label={t('decided.expiresAt')}>
          {certificate?.expiresAt && <CertificateDay instant={certificate.expiresAt} timeZone={timeZone} />}
        </Fact>
        <Fact label={t('decided.supersededBy')}>
          {credential?.supersededBy && (
            <Link to={`/verify/${credential.supersededBy}`}>{credential.supersededBy}</Link>
          )}
        </Fact>
        <Fact label={t('decided.revokedAt')}>
          {credential?.revokedAt && <CertificateDay instant={credential.revokedAt} timeZone={timeZone} />}
        </Fact>
        {credential?.revokedReason !== decision.reason && (
          <Fact label={t('decided.revokedReason')}>{credential?.revokedReason}</Fact>
        )}
      </Facts>
      {decision.outcome === 'grant' && !credential && <p>{t('decided.recordOnly')}</p>}
      {credential && <CopyField label={t('decided.number')} text={credential.number} />}
      <div className={styles.actions}>
        {certificate && (
          <ButtonLink to={`/certificate/${certificate.number}`}>{t('decided.certificate')}</ButtonLink>
        )}
        {credential && <ButtonLink to={`/verify/${credential.number}`}>{t('decided.verify')}</ButtonLink>}
        <ButtonLink to={`/result/${view.entryId}`}>{t('decided.result')}</ButtonLink>
        <WithdrawButton view={view} />
      </div>
    </Step>
  );
}

/** What stands beside the heading: that it is not in effect, or that its certificate no longer is. */
function States({ decision: { state, credential } }: Pick<Props, 'decision'>) {
  const { t } = useTranslation('decisions');
  return (
    <span className={styles.marks}>
      {state !== 'effective' && (
        <StateMark tone={state === 'proposed' ? 'active' : 'neutral'}>
          {t(`decided.state.${state}`)}
        </StateMark>
      )}
      {credential?.status === 'revoked' && <StateMark tone="bad">{t('outcome.revoked')}</StateMark>}
      {(credential?.status === 'superseded' || credential?.status === 'expired') && (
        <StateMark tone="neutral">{t(`outcome.${credential.status}`)}</StateMark>
      )}
    </span>
  );
}
