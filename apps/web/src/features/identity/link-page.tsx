import type { LinkView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { confirmAddress, finishRegistration, linkQuery, resetPassword } from '../../queries/identity.ts';
import { useMe, useRefreshMe } from '../../queries/me.ts';
import { RemoveFactor } from './remove-factor.tsx';
import { ChoosePassword } from './choose-password.tsx';
import styles from './identity.module.css';
import { useArrival } from './use-arrival.ts';

/** Where one-time links lead. Opening one does nothing yet: programs that look at mail open links too. */
export function LinkPage() {
  const { token = '' } = useParams();
  return <Opened key={token} token={token} />;
}

function Opened({ token }: { readonly token: string }) {
  const { t } = useTranslation('account');
  // Once it is used, asking for it again is refused; what was shown stays until the next page.
  const [seen, setSeen] = useState<LinkView | null>(null);
  const link = useQuery({ ...linkQuery(token), enabled: seen === null });
  if (link.data && !seen) setSeen(link.data);
  if (seen) {
    if (seen.purpose === 'register') return <Register token={token} link={seen} />;
    if (seen.purpose === 'reset-password') return <Reset token={token} link={seen} />;
    if (seen.purpose === 'remove-factor') return <RemoveFactor token={token} link={seen} />;
    return <Confirm token={token} link={seen} />;
  }
  return (
    <Page width="narrow" title={t('link.title')}>
      {link.isPending && <Loading />}
      {link.error && (
        <>
          <ErrorState error={link.error} onRetry={() => void link.refetch()} />
          <p>
            {t('link.used')} <Link to="/log-in">{t('logIn.title')}</Link>
          </p>
          <ButtonLink to="/forgotten">{t('link.invalid')}</ButtonLink>
        </>
      )}
    </Page>
  );
}

interface Props {
  readonly token: string;
  readonly link: LinkView;
}

function Register({ token, link: { name, email } }: Props) {
  const { t } = useTranslation('account');
  const arrive = useArrival();
  const finish = useAct({ mutationFn: finishRegistration, onSuccess: arrive });
  return (
    <Page width="narrow" title={t('link.register')} lead={t('link.registerLead', { name })}>
      <ChoosePassword
        route="POST /api/auth/register/finish"
        token={token}
        email={email}
        submit={t('link.registerSubmit')}
        act={finish}
      />
    </Page>
  );
}

function Reset({ token, link: { email } }: Props) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const reset = useAct({
    mutationFn: resetPassword,
    onSuccess: async () => {
      await refreshMe();
      toast(t('link.resetDone'));
      await navigate('/log-in', { replace: true });
    },
  });
  return (
    <Page width="narrow" title={t('link.reset')} lead={t('link.resetLead')}>
      <ChoosePassword
        route="POST /api/auth/reset-password"
        token={token}
        email={email}
        submit={t('link.resetSubmit')}
        act={reset}
      />
    </Page>
  );
}

function Confirm({ token, link: { purpose, email } }: Props) {
  const { t } = useTranslation('account');
  const { person, isPending } = useMe();
  const refreshMe = useRefreshMe();
  const navigate = useNavigate();
  const confirm = useAct({
    mutationFn: () => confirmAddress(token),
    onSuccess: async () => {
      await refreshMe();
      toast(t('link.confirmed'));
      await navigate('/account', { replace: true });
    },
  });
  const isChange = purpose === 'change-address';
  return (
    <Page
      width="narrow"
      title={t(isChange ? 'link.change' : 'link.confirm')}
      lead={t(isChange ? 'link.changeLead' : 'link.confirmLead', { email })}
    >
      {isPending ? (
        <Loading lines={2} />
      ) : person ? (
        <div className={styles.form}>
          {confirm.error && <ErrorState error={confirm.error} inline />}
          <Button tone="primary" wide busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('link.confirmSubmit')}
          </Button>
        </div>
      ) : (
        <div className={styles.form}>
          <p>{t('link.logInFirst')}</p>
          <ButtonLink tone="primary" to={`/log-in?next=${encodeURIComponent(`/link/${token}`)}`}>
            {t('link.logIn')}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
