import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { RegistrarsCard } from '../../components/registrars-card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { registrarsQuery } from '../../queries/registrars.ts';

/** Who looks after which session. */
export function DutiesPage() {
  const { t } = useTranslation('accommodations');
  const text = useLocalized();
  const { data, error, isPending, refetch } = useQuery(registrarsQuery);
  return (
    <Page title={t('duties.title')} lead={t('duties.lead')}>
      {isPending && <Loading lines={6} />}
      {error && <ErrorState error={error} inline={data !== undefined} onRetry={() => void refetch()} />}
      {data?.sessions.length === 0 && (
        <EmptyState title={t('duties.empty')}>{t('duties.emptyText')}</EmptyState>
      )}
      {data?.sessions.map((session) => (
        <RegistrarsCard key={session.id} session={session} people={data.people} title={text(session.title)} />
      ))}
    </Page>
  );
}
