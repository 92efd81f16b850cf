import type { PublicSession } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { publicSessionsQuery } from '../../queries/entries.ts';
import styles from './enrol.module.css';
import { SessionFacts } from './session-facts.tsx';

const next = `?next=${encodeURIComponent('/sessions')}`;

/** Every session that is for everybody, and for a visitor the way in. */
export function PublicSessionsPage({ isVisitor }: { readonly isVisitor: boolean }) {
  const { t } = useTranslation('enrol');
  const sessions = useQuery(publicSessionsQuery);
  return (
    <Page title={t('title')} lead={t('public.lead')} width="text">
      {isVisitor && (
        <p className={styles.facts}>
          <ButtonLink to={`/log-in${next}`} tone="primary">
            {t('public.logIn')}
          </ButtonLink>
          <ButtonLink to={`/register${next}`}>{t('public.register')}</ButtonLink>
        </p>
      )}
      {sessions.isPending && <Loading lines={8} />}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data?.sessions.length === 0 && (
        <EmptyState
          title={t('public.empty')}
          action={<ButtonLink to="/levels">{t('empty.levels')}</ButtonLink>}
        >
          {t('empty.text')}
        </EmptyState>
      )}
      <ul role="list" className={styles.sessions}>
        {sessions.data?.sessions.map((session) => (
          <li key={session.id}>
            <PublicItem session={session} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function PublicItem({ session }: { readonly session: PublicSession }) {
  const id = useId();
  return (
    <article className={styles.session} aria-labelledby={id}>
      <SessionFacts
        headingId={id}
        session={{ ...session, place: { ...session.place, halls: [] } }}
        isFull={session.placesLeft === 0}
      />
    </article>
  );
}
