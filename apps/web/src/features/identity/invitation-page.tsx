import type { InvitationView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useWithdrawalText } from '../../lib/withdrawal-text.ts';
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

/** Who invites to what, when, and under which terms. */
function Offer({ seat }: { readonly seat: NonNullable<InvitationView['seat']> }) {
  const { t } = useTranslation('account');
  const text = useLocalized();
  const format = useFormat();
  const withdrawalText = useWithdrawalText();
  const { invitedBy, clearances } = seat;
  const institution = text(seat.institution);
  return (
    <Card title={text(seat.title)}>
      <p>
        {t('offer.certification', {
          role: t(`common:role.${seat.role}`),
          level: t(`common:level.${seat.level}`),
        })}
      </p>
      <p>{t('offer.by', { institution, name: invitedBy ?? institution })}</p>
      {seat.answerBy && <p>{t('offer.answerBy', { time: format.dateTime(seat.answerBy) })}</p>}
      <p>{t('offer.dates', { from: format.dateTime(seat.opensAt), to: format.dateTime(seat.closesAt) })}</p>
      <ul>
        <li>{t('offer.accepts')}</li>
        {withdrawalText(seat).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t('offer.sees')}</li>
        {seat.isMock && <li>{t('offer.mock')}</li>}
        {seat.confirms && <li>{t('offer.confirms')}</li>}
        {clearances.length > 0 && (
          <li>
            {t('offer.asks', { list: format.list(clearances.map((kind) => t(`common:asked.${kind}`))) })}
          </li>
        )}
      </ul>
      <p>
        <Link to="/terms">{t('offer.terms')}</Link> · <Link to="/privacy">{t('offer.privacy')}</Link>
      </p>
    </Card>
  );
}

function AcceptForm({ token, invitation }: { readonly token: string; readonly invitation: InvitationView }) {
  const { t } = useTranslation('account');
  const { person } = useMe();
  const arrive = useArrival();
  const accept = useAct({ mutationFn: acceptInvitation, onSuccess: arrive });

  return (
    <>
      {invitation.seat && <Offer seat={invitation.seat} />}
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
