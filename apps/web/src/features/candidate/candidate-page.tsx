import type { OwnEntry } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isAwaited } from '../../lib/is-awaited.ts';
import { useMe } from '../../queries/me.ts';
import { ownEnrolmentsQuery } from '../../queries/entries.ts';
import { EntryPath } from './entry-path.tsx';
import { newestOf } from './newest-of.ts';
import { useOwnEntries } from './use-own-entries.ts';
import { useChoosingCarry } from './tries/use-choosing-carry.tsx';
import { useEntering } from './tries/use-entering.tsx';

/** Where am I in the three parts of the present try, what is next, and when; earlier tries have a page of their own. */
export function CandidatePage() {
  const { t } = useTranslation('candidate');
  const { person } = useMe();
  const entries = useOwnEntries();
  const enrolments = useQuery({ ...ownEnrolmentsQuery, refetchInterval: 30_000 });
  const entering = useEntering(enrolments.data);
  const carrying = useChoosingCarry();
  const shown = isAwaited(enrolments) ? undefined : entries.data;
  const hasFailed = entries.isError && !entries.data;
  const enrolmentOf = (entry: OwnEntry) =>
    enrolments.data?.find(
      ({ tries }) => tries.findLast(({ cause }) => cause !== 'mock')?.entryId === entry.id,
    ) ?? null;
  return (
    <Page
      title={t('title')}
      width="text"
      actions={entries.data && entries.data.length > 0 && <Link to="/history">{t('history')}</Link>}
    >
      {!shown && !hasFailed && <Loading lines={8} />}
      {hasFailed && <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />}
      {shown?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={
            <>
              <ButtonLink to="/sessions" tone="primary">
                {t('empty.action')}
              </ButtonLink>
              <Link to="/levels">{t('empty.levels')}</Link>
              <Link to="/help#candidate">{t('help')}</Link>
            </>
          }
        >
          {t('empty.text', { email: person?.email ?? '' })}
        </EmptyState>
      )}
      {shown &&
        newestOf(shown).map((entry) => (
          <EntryPath
            key={entry.id}
            entry={entry}
            enrolment={enrolmentOf(entry)}
            onChoose={entering.choose}
            onChooseCarry={carrying.choose}
          />
        ))}
      {entering.dialog}
      {carrying.dialog}
    </Page>
  );
}
