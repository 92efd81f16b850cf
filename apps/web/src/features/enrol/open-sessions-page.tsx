import type { OpenSession } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Select } from '../../components/select.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { openSessionsQuery } from '../../queries/entries.ts';
import { useMe } from '../../queries/me.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { kindsIn, readFilter, withFilter, type FilterName } from './filter-sessions.ts';
import styles from './enrol.module.css';
import { SessionItem } from './session-item.tsx';

/** What a session is asked for: a place, or a place in line. */
export type Wanted = { readonly session: OpenSession; readonly wait: boolean };

/** Every session that the reader may enter by themselves. */
export function OpenSessionsPage() {
  const { t } = useTranslation('enrol');
  const { person } = useMe();
  const sessions = useQuery({ ...openSessionsQuery, refetchInterval: 30_000 });
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {person && !person.emailConfirmed && (
        <p className={styles.facts}>
          <StateMark tone="warn" isSentence>
            {t('address.text')}
          </StateMark>
          <Link to="/account">{t('address.way')}</Link>
        </p>
      )}
      {sessions.isPending && <Loading lines={8} />}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data?.sessions.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={<ButtonLink to="/levels">{t('empty.levels')}</ButtonLink>}
        >
          {t('empty.text')}
        </EmptyState>
      )}
      {sessions.data && sessions.data.sessions.length > 0 && (
        <Sessions all={sessions.data.sessions} serverNow={sessions.data.serverNow} />
      )}
    </Page>
  );
}

interface SessionsProps {
  readonly all: readonly OpenSession[];
  readonly serverNow: string;
}

function Sessions({ all, serverNow }: SessionsProps) {
  const { t } = useTranslation('enrol');
  const [search, setSearch] = useSearchParams();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const filter = readFilter(search, all);
  const choose = (name: FilterName, value: string) =>
    setSearch((before) => withFilter(before, name, value), { replace: true, preventScrollReset: true });
  const shown = all.filter(
    ({ role, level }) => (!filter.role || role === filter.role) && (!filter.level || level === filter.level),
  );
  const isFiltered = filter.role !== '' || filter.level !== '';
  const clear = () => setSearch({}, { replace: true, preventScrollReset: true });
  const { roles, levels } = kindsIn(all);
  return (
    <>
      <FilterBar label={t('filter')} clearLabel={t('clear')} onClear={isFiltered ? clear : undefined}>
        <Select
          label={t('role')}
          value={filter.role}
          onChange={(value) => choose('role', value)}
          options={[
            { value: '', label: t('all') },
            ...roles.map((value) => ({ value, label: t(`common:role.${value}`) })),
          ]}
        />
        <Select
          label={t('level')}
          value={filter.level}
          onChange={(value) => choose('level', value)}
          options={[
            { value: '', label: t('all') },
            ...levels.map((value) => ({ value, label: t(`common:level.${value}`) })),
          ]}
        />
      </FilterBar>
      {shown.length === 0 && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      <ul role="list" className={styles.sessions}>
        {shown.map((session) => (
          <li key={session.id}>
            <SessionItem session={session} onWant={(wait) => setWanted({ session, wait })} />
          </li>
        ))}
      </ul>
      {wanted && <EnrolDialog wanted={wanted} serverNow={serverNow} onClose={() => setWanted(null)} />}
    </>
  );
}
