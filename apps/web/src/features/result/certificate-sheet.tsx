import { otherName, type VerifiedCredential } from '@ennead/contracts';
import { CertificateDay } from '../../components/certificate-day.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { Logo } from '../../components/logo.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './certificate.module.css';

/** What the document says, in the language of the page. */
export function CertificateSheet({ credential }: { readonly credential: VerifiedCredential }) {
  const { t } = useTranslation('result');
  const text = useLocalized();
  const { grade, number } = credential;
  const latin = otherName(credential);
  return (
    <article className={styles.sheet} aria-labelledby="certificate-title">
      <header className={styles.head}>
        <Logo />
        <div className={styles.number}>
          <span>{t('certificate.number')}</span>
          <span>{number}</span>
        </div>
      </header>
      <div className={styles.body}>
        <div className={styles.words}>
          <h2 id="certificate-title" className={styles.title}>
            {t('certificate.title')}
          </h2>
          <p className={styles.soft}>{t('certificate.subtitle')}</p>
          <p className={styles.certify}>{t('certificate.certify')}</p>
          <p className={styles.name}>{credential.personName}</p>
          {latin !== null && <p className={styles.latin}>{latin}</p>}
          <p className={styles.soft}>{t('certificate.achieved')}</p>
          <p className={styles.role}>{text(credential.roleName)}</p>
          <p className={styles.level}>
            {t('certificate.level', { level: text(credential.levelName), grade })}
          </p>
          <p className={styles.basis}>{t('certificate.basis', { scheme: text(credential.schemeTitle) })}</p>
        </div>
        <div className={styles.grade}>
          <GradeMark grade={grade} size="hero" />
          <p aria-hidden="true" className={styles.gradeWord}>
            {t('common:grade.short', { grade })}
          </p>
          <p className={styles.soft}>{t('certificate.scale')}</p>
        </div>
      </div>
      <footer className={styles.foot}>
        <div className={styles.check}>
          <span>{t('certificate.checkAt')}</span>
          <span>{`${window.location.origin}/verify/${number}`}</span>
        </div>
        <div className={styles.issued}>
          <span>{t('certificate.issued')}</span>
          <CertificateDay instant={credential.issuedAt} timeZone={credential.timeZone} />
        </div>
        {credential.expiresAt && (
          <div className={styles.issued}>
            <span>{t('certificate.expires')}</span>
            <CertificateDay instant={credential.expiresAt} timeZone={credential.timeZone} />
          </div>
        )}
        <svg className={styles.seal} viewBox="0 0 64 64" aria-hidden="true">
          <path d="M3 0h58a3 3 0 0 1 3 3v58a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" />
          <path
            className={styles.hole}
            d="M10 10h12.6v12.6H10zM25.7 10h12.6v12.6H25.7zM41.4 10H54v12.6H41.4zM10 25.7h12.6v12.6H10zM25.7 25.7h12.6v12.6H25.7zM41.4 25.7H54v12.6H41.4zM10 41.4h12.6V54H10zM25.7 41.4h12.6V54H25.7zM41.4 41.4H54V54H41.4z"
          />
        </svg>
      </footer>
    </article>
  );
}
