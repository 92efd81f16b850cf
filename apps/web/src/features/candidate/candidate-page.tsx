import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSession } from '../../lib/session.ts';
import { EntryPath } from './entry-path.tsx';
import { useOwnEntries } from './queries.ts';

/** Where am I in the three parts, what is next, and when. */
export function CandidatePage() {
  const { t } = useTranslation('candidate');
  const { person } = useSession();
  const entries = useOwnEntries();
  return (
    <Page title={t('title')} width="text">
      {entries.isPending && <Loading lines={8} />}
      {entries.isError && !entries.data && (
        <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
      )}
      {entries.data?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={<ButtonLink to="/levels">{t('empty.action')}</ButtonLink>}
        >
          {t('empty.text', { email: person?.email ?? '' })}
        </EmptyState>
      )}
      {entries.data?.map((entry) => (
        <EntryPath key={entry.id} entry={entry} />
      ))}
    </Page>
  );
}
