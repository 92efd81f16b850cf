import { otherName, type VerifiedCredential, type VerifyState, type VerifyView } from '@ennead/contracts';
import { Link } from 'react-router';
import { dayIn } from '../../lib/day-in.ts';
import { CertificateDay } from '../../components/certificate-day.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { ownZoneName } from '../../lib/zone-name.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './verify.module.css';

const icons: Record<VerifyState, IconName> = {
  valid: 'check',
  expired: 'clock',
  superseded: 'refresh',
  revoked: 'ban',
  unknown: 'question',
};

interface Props {
  readonly view: VerifyView;
  /** As it was typed. */
  readonly number: string;
}

/** One card that says in words whether a certificate holds, and what it says. */
export function VerifyCard({ view, number }: Props) {
  const { t, locale } = useTranslation('verify');
  const format = useFormat();
  const expiresAt = view.credential?.expiresAt;
  const newer = view.credential?.supersededBy;
  const valid = view.credential?.validNow;
  const sentence = view.looksMistyped ? 'mistyped' : valid ? 'supersededTwice' : view.state;
  return (
    <article className={`${styles.card} ${styles[view.state]}`} aria-labelledby="verify-state">
      <header className={styles.state}>
        <span className={styles.stateIcon}>
          <Icon name={icons[view.state]} size={28} />
        </span>
        <div>
          <h2 id="verify-state">{t(`state.${view.state}`)}</h2>
          <p>
            {t(`sentence.${sentence}`, {
              date: expiresAt ? dayIn(expiresAt, locale, view.credential!.timeZone) : '',
            })}
          </p>
          {valid && (
            <p>
              <Link to={`/verify/${valid}`} className={styles.newer}>
                {t('validNow', { number: valid })}
              </Link>
            </p>
          )}
          {newer && (
            <p>
              <Link to={`/verify/${newer}`} className={styles.newer}>
                {t(valid ? 'tookItsPlace' : 'newer', { number: newer })}
              </Link>
            </p>
          )}
        </div>
      </header>
      {view.credential ? (
        <CredentialFacts credential={view.credential} isValid={view.state === 'valid'} />
      ) : (
        <dl className={styles.facts}>
          <dt>{t('field.number')}</dt>
          <dd className={styles.number}>{number}</dd>
        </dl>
      )}
      <footer className={styles.foot}>
        <span>{t('checkedAt', { time: format.dateTime(view.serverNow), zone: ownZoneName(locale) })}</span>
        <span>{t('privacy')}</span>
      </footer>
    </article>
  );
}

interface FactsProps {
  readonly credential: VerifiedCredential;
  readonly isValid: boolean;
}

function CredentialFacts({ credential, isValid }: FactsProps) {
  const { t } = useTranslation('verify');
  const text = useLocalized();
  const { grade } = credential;
  const latin = otherName(credential);
  return (
    <div className={styles.credential}>
      <dl className={styles.facts}>
        <dt>{t('field.name')}</dt>
        <dd className={styles.name}>{credential.personName}</dd>
        {latin !== null && <dd className={styles.latin}>{latin}</dd>}
        <dt>{t('field.role')}</dt>
        <dd>{text(credential.roleName)}</dd>
        <dt>{t('field.grade')}</dt>
        <dd>{t('gradeText', { level: text(credential.levelName), grade })}</dd>
        <dt>{t('field.issued')}</dt>
        <dd>
          <CertificateDay instant={credential.issuedAt} timeZone={credential.timeZone} />
        </dd>
        {credential.expiresAt && (
          <>
            <dt>{t('field.expires')}</dt>
            <dd>
              <CertificateDay instant={credential.expiresAt} timeZone={credential.timeZone} />
            </dd>
          </>
        )}
        {credential.revokedAt && (
          <>
            <dt>{t('field.revoked')}</dt>
            <dd>
              <CertificateDay instant={credential.revokedAt} timeZone={credential.timeZone} />
            </dd>
          </>
        )}
        {credential.revokedReason && (
          <>
            <dt>{t('field.reason')}</dt>
            <dd>{credential.revokedReason}</dd>
          </>
        )}
        <dt>{t('field.scheme')}</dt>
        <dd>{text(credential.schemeTitle)}</dd>
        <dt>{t('field.number')}</dt>
        <dd className={styles.number}>{credential.number}</dd>
      </dl>
      <div className={styles.mark}>
        <GradeMark grade={grade} size="hero" tone={isValid ? 'seal' : 'ink'} />
        <span aria-hidden="true">{t('common:grade.short', { grade })}</span>
      </div>
    </div>
  );
}
