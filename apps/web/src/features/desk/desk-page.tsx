import type { ExamSessionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Select } from '../../components/select.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { sessionsQuery } from '../../queries/sessions.ts';
import { SessionDesk } from './session-desk.tsx';
import { WorkTable } from './work-table.tsx';

/** What waits in which session; of the one that is chosen, who is in it and what is still to be seen to. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const sessions = useQuery(sessionsQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeclarationBanner />
      {sessions.isPending && <Loading lines={8} />}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data?.length === 0 && <EmptyState title={t('noSession')}>{t('noSessionText')}</EmptyState>}
      {sessions.data && sessions.data.length > 0 && <Desks sessions={sessions.data} />}
    </Page>
  );
}

/** What is not over comes first; of what is asked before the first part there is nothing in practice. */
const inOrder = (sessions: readonly ExamSessionView[]) =>
  sessions.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));

const isOver = ({ state, window }: ExamSessionView) => state === 'cancelled' || window === 'closed';

function Desks({ sessions }: { readonly sessions: readonly ExamSessionView[] }) {
  const { t } = useTranslation('desk');
  const text = useLocalized();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const [only, ...others] = sessions.filter((session) => !isOver(session));
  const atOnce = others.length === 0 && !search.has('session') ? only : undefined;
  const chosen = sessions.find(({ id }) => id === search.get('session')) ?? atOnce ?? null;
  return (
    <>
      <Select
        label={t('session')}
        value={chosen?.id ?? ''}
        onChange={(id) => setSearch(id ? { session: id } : {})}
        options={[
          { value: '', label: t('choose') },
          ...inOrder(sessions).map((session) => ({
            value: session.id,
            label: [
              text(session.title),
              t(`common:role.${session.role}`),
              t(`common:level.${session.level}`),
              format.dateTime(session.opensAt),
              ...(isOver(session)
                ? [t(session.state === 'cancelled' ? 'over.cancelled' : 'over.closed')]
                : []),
            ].join(' · '),
          })),
        ]}
      />
      {chosen ? <SessionDesk key={chosen.id} session={chosen} /> : <WorkTable sessions={sessions} />}
    </>
  );
}
