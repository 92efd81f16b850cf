import { isGivenOut, type EntryResultView } from '@ennead/contracts';
import { Link } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { dayIn } from '../../lib/day-in.ts';
import { PdfLinks } from './pdf-links.tsx';
import styles from './result-page.module.css';

type Credential = NonNullable<EntryResultView['credential']>;

/** The way to the certificate and to its verification; nothing for those who may not know its number. */
export function CertificateCard({
  credential,
  timeZone,
}: {
  readonly credential: Credential;
  /** Of the scheme, in which the dates of a certificate are written. */
  readonly timeZone: string;
}) {
  const { t, locale } = useTranslation('result');
  const { number, status, expiresAt, supersededBy, revokedAt } = credential;
  if (number === null) return null;
  return (
    <Card
      title={t('certificate.card')}
      aside={status === 'revoked' && <StateMark tone="bad">{t('certificate.revokedState')}</StateMark>}
    >
      {status === 'superseded' && (
        <p>
          {supersededBy ? (
            <Link to={`/verify/${supersededBy}`}>
              {t('certificate.supersededBy', { number: supersededBy })}
            </Link>
          ) : (
            t('certificate.supersededHere')
          )}
        </p>
      )}
      {status === 'revoked' && revokedAt && (
        <p>{t('certificate.revoked', { date: dayIn(revokedAt, locale, timeZone) })}</p>
      )}
      {isGivenOut(status) && expiresAt && (
        <p>
          {t(status === 'expired' ? 'certificate.expired' : 'certificate.validUntil', {
            date: dayIn(expiresAt, locale, timeZone),
          })}
        </p>
      )}
      <CopyField label={t('certificate.number')} text={number} />
      <div className={styles.actions}>
        {isGivenOut(status) && (
          <>
            <ButtonLink tone="primary" to={`/certificate/${number}`}>
              {t('certificate.open')}
            </ButtonLink>
            <PdfLinks number={number} />
          </>
        )}
        <ButtonLink to={`/verify/${number}`}>{t('certificate.verify')}</ButtonLink>
      </div>
      {isGivenOut(status) && (
        <div className={styles.words}>
          <h3>{t('certificate.howTitle')}</h3>
          <p className={styles.note}>{t('certificate.how')}</p>
        </div>
      )}
    </Card>
  );
}
