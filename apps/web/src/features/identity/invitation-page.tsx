import type { InvitationView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMe } from '../../queries/me.ts';
import { useAct } from '../../lib/use-act.ts';
import { acceptInvitation, invitationQuery } from '../../queries/identity.ts';
import { ChoosePassword } from './choose-password.tsx';
import styles from './identity.module.css';
import { useArrival } from './use-arrival.ts';

/** Where the link in an invitation leads: the invited person chooses a password and is logged in. */
export function InvitationPage() {
  const { t } = useTranslation('account');
  const { token = '' } = useParams();
  const invitation = useQuery(invitationQuery(token));
  return (
    <Page
      width="narrow"
      title={t('invitation.title')}
      lead={invitation.data && t('invitation.lead', { name: invitation.data.name })}
    >
      {invitation.isPending && <Loading />}
      {/* Once it is accepted, asking for it again is refused; what was shown stays until the next page. */}
      {invitation.error && !invitation.data && (
        <>
          <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
          <ButtonLink to="/log-in">{t('logIn.title')}</ButtonLink>
          <p>
            <Link to="/help#log-in">{t('logIn.help')}</Link>
          </p>
        </>
      )}
      {invitation.data && <AcceptForm token={token} invitation={invitation.data} />}
    </Page>
  );
}

function AcceptForm({ token, invitation }: { readonly token: string; readonly invitation: InvitationView }) {
  const { t } = useTranslation('account');
  const { person } = useMe();
  const arrive = useArrival();
  const accept = useAct({ mutationFn: acceptInvitation, onSuccess: arrive });

  return (
    <>
      {invitation.cohortName && <p>{t('invitation.cohort', { cohort: invitation.cohortName })}</p>}
      {person && accept.isIdle && (
        <p className={styles.note}>{t('invitation.other', { name: person.name })}</p>
      )}
      <ChoosePassword
        route="POST /api/auth/accept-invitation"
        token={token}
        email={invitation.email}
        submit={t('invitation.submit')}
        act={accept}
      />
    </>
  );
}
