import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSession } from '../../lib/session.ts';
import { EnrolmentPath } from './enrolment-path.tsx';
import { useOwnEnrolments } from './queries.ts';

/** Where am I in the three parts, what is next, and when. */
export function CandidatePage() {
  const { t } = useTranslation('candidate');
  const { person } = useSession();
  const enrolments = useOwnEnrolments();
  return (
    <Page title={t('title')} width="text">
      {enrolments.isPending && <Loading lines={8} />}
      {enrolments.isError && !enrolments.data && (
        <ErrorState error={enrolments.error} onRetry={() => void enrolments.refetch()} />
      )}
      {enrolments.data?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={<ButtonLink to="/levels">{t('empty.action')}</ButtonLink>}
        >
          {t('empty.text', { email: person?.email ?? '' })}
        </EmptyState>
      )}
      {enrolments.data?.map((enrolment) => (
        <EnrolmentPath key={enrolment.id} enrolment={enrolment} />
      ))}
    </Page>
  );
}
