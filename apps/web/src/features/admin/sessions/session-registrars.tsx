import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { RegistrarsCard } from '../../../components/registrars-card.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { registrarsQuery } from '../../../queries/registrars.ts';

/** Who looks after this session; nothing for one that is too long ago to be listed. */
export function SessionRegistrars({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('accommodations');
  const { data, error, isPending, refetch } = useQuery(registrarsQuery);
  if (isPending) return <Loading lines={2} />;
  if (!data) return <ErrorState error={error} inline onRetry={() => void refetch()} />;
  const session = data.sessions.find(({ id }) => id === sessionId);
  return session ? (
    <RegistrarsCard session={session} people={data.people} title={t('duties.card')} headingLevel={3} />
  ) : null;
}
