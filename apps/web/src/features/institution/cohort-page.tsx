import type { CohortView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { linkTo } from '../../lib/address-of.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { useMe } from '../../queries/me.ts';
import { cohortQuery } from '../../queries/cohorts.ts';
import { CohortMenu, countUnanswered } from './cohort-menu.tsx';
import { CohortSummary } from './cohort-summary.tsx';
import { ImportsCard } from './imports-card.tsx';
import styles from './institution.module.css';
import { MembersTable } from './members-table.tsx';
import { Notice } from './notice.tsx';
import { SessionWindow } from './session-window.tsx';
import { TrainersCard } from './trainers-card.tsx';

/** Who of a cohort is where. */
export function CohortPage() {
  const { t } = useTranslation('institution');
  const { id = '' } = useParams();
  const cohort = useQuery(cohortQuery(id));
  if (cohort.data) return <KnownCohort cohort={cohort.data} />;
  const missing = cohort.error instanceof ApiProblem && [400, 404].includes(cohort.error.status);
  return (
    <Page title={missing ? t('cohort.missing') : t('title')} kicker={<BackLink />}>
      {cohort.isPending && <Loading lines={8} />}
      {missing && (
        <EmptyState
          title={t('cohort.missing')}
          action={<ButtonLink to="/institution">{t('cohort.back')}</ButtonLink>}
        >
          {t('cohort.missingText')}
        </EmptyState>
      )}
      {cohort.error && !missing && <ErrorState error={cohort.error} onRetry={() => void cohort.refetch()} />}
    </Page>
  );
}

function KnownCohort({ cohort }: { readonly cohort: CohortView }) {
  const { t, locale } = useTranslation('institution');
  const { person } = useMe();
  const isManager = person?.roles.includes('manager') ?? false;
  usePageTitle(cohort.name);
  const { state, stateReason } = cohort.examSession;
  const isCancelled = state === 'cancelled';
  // Whoever came to have no seat stands in the table, and is counted nowhere else.
  const isEmpty = Object.keys(cohort.counts.seat).length === 0;
  return (
    <Page
      title={cohort.name}
      kicker={<BackLink />}
      actions={
        isManager && (
          <>
            {cohort.archivedAt === null && !isCancelled && (
              <ButtonLink tone="primary" icon="upload" to="import">
                {t('cohort.import')}
              </ButtonLink>
            )}
            {!isEmpty && (
              <ButtonLink
                icon="download"
                to={linkTo('/api/cohorts/:id/export.csv', { id: cohort.id }, { locale })}
                reloadDocument
                download
              >
                {t('cohort.export')}
              </ButtonLink>
            )}
            <CohortMenu cohort={cohort} />
          </>
        )
      }
    >
      {cohort.archivedAt !== null && <Notice>{t('archive.note')}</Notice>}
      {isCancelled && <Notice title={t('cohort.cancelled')}>{stateReason}</Notice>}
      <SessionFacts cohort={cohort} />
      {isEmpty ? (
        <EmptyState title={t('cohort.empty')}>
          {t(isManager ? 'cohort.emptyText' : 'cohort.emptyTrainer')}
        </EmptyState>
      ) : (
        <>
          <CohortSummary counts={cohort.counts} />
          <section className={styles.section} aria-labelledby="people">
            <h2 id="people">{t('cohort.people')}</h2>
            <MembersTable cohort={cohort} isManager={isManager} />
          </section>
        </>
      )}
      {isManager && <ImportsCard cohort={cohort} />}
      <TrainersCard cohort={cohort} isManager={isManager} />
    </Page>
  );
}

function BackLink() {
  const { t } = useTranslation('institution');
  return <Link to="/institution">{t('cohort.back')}</Link>;
}

function SessionFacts({ cohort }: { readonly cohort: CohortView }) {
  const { t } = useTranslation('institution');
  const text = useLocalized();
  const { examSession, memberCount } = cohort;
  const waiting = countUnanswered(cohort);
  return (
    <div className={styles.about}>
      <p className={styles.session}>{text(examSession.title)}</p>
      <p className={styles.soft}>
        {t(`common:role.${examSession.role}`)} · {t(`common:level.${examSession.level}`)}
      </p>
      <SessionWindow {...examSession} />
      {memberCount > 0 && (
        <p className={styles.soft}>
          {t('cohort.members', { count: memberCount })}
          {waiting > 0 && (
            <>
              {' · '}
              <Link to="?seat=invited">{t('cohort.waiting', { count: waiting })}</Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}
