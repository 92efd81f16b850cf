import type { VerifyView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { verifyQuery } from '../../queries/certificates.ts';
import { CertificateSheet } from './certificate-sheet.tsx';
import styles from './certificate.module.css';
import { dayIn } from '../../lib/day-in.ts';
import { PdfLinks } from './pdf-links.tsx';

/** The certificate as a page, for whoever has its number; made to be printed too. */
export function CertificatePage() {
  const { t } = useTranslation('result');
  const { number = '' } = useParams();
  const query = useQuery(verifyQuery(number));
  const credential = query.data?.credential;
  usePageTitle(credential ? `${t('certificate.pageTitle')} · ${credential.personName}` : null);
  return (
    <Page title={t('certificate.pageTitle')}>
      {query.isPending && <Loading lines={6} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Shown view={query.data} />}
    </Page>
  );
}

function Shown({ view: { state, credential } }: { readonly view: VerifyView }) {
  const { t, locale } = useTranslation('result');
  if (!credential) {
    return (
      <EmptyState
        title={t('certificate.unknownTitle')}
        action={<ButtonLink to="/verify">{t('certificate.toVerify')}</ButtonLink>}
      >
        {t('certificate.unknownText')}
      </EmptyState>
    );
  }
  const toVerify = <ButtonLink to={`/verify/${credential.number}`}>{t('certificate.verify')}</ButtonLink>;
  if (state === 'revoked') {
    return (
      <EmptyState title={t('certificate.revokedTitle')} action={toVerify}>
        {t('certificate.revokedText', {
          date: dayIn(credential.revokedAt ?? credential.issuedAt, locale, credential.timeZone),
        })}
      </EmptyState>
    );
  }
  if (state === 'superseded') {
    return (
      <EmptyState title={t('certificate.supersededTitle')} action={toVerify}>
        {t('certificate.supersededText')}
      </EmptyState>
    );
  }
  return (
    <>
      {state === 'expired' && credential.expiresAt && (
        <p className={styles.expired} role="note">
          <Icon name="clock" />
          {t('certificate.expired', { date: dayIn(credential.expiresAt, locale, credential.timeZone) })}
        </p>
      )}
      <CertificateSheet credential={credential} />
      <div className={styles.actions}>
        <PdfLinks number={credential.number} />
        <Button onClick={() => window.print()}>{t('certificate.print')}</Button>
        {toVerify}
      </div>
    </>
  );
}
