import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useMe } from '../../queries/me.ts';
import { cohortsQuery } from '../../queries/cohorts.ts';
import { sessionsQuery } from '../../queries/sessions.ts';
import { useCohortColumns } from './cohort-columns.tsx';
import { CreateCohort } from './create-cohort.tsx';
import styles from './institution.module.css';

/** Where managers and trainers begin: the cohorts they look after. */
export function CohortsPage() {
  const { t } = useTranslation('institution');
  const text = useLocalized();
  const { person } = useMe();
  const isManager = person?.roles.includes('manager') ?? false;
  const institution = person?.institution;
  return (
    <Page
      title={t('title')}
      lead={t(isManager ? 'lead' : 'trainerLead')}
      kicker={institution && text(institution.name)}
    >
      {institution ? (
        <Cohorts isManager={isManager} />
      ) : (
        <EmptyState title={t('empty.noInstitution')}>{t('empty.noInstitutionText')}</EmptyState>
      )}
    </Page>
  );
}

function Cohorts({ isManager }: { readonly isManager: boolean }) {
  const { t } = useTranslation('institution');
  const cohorts = useQuery(cohortsQuery);
  const sessions = useQuery({ ...sessionsQuery, enabled: isManager });
  const [creating, setCreating] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  const columns = useCohortColumns();
  if (cohorts.isPending || (isManager && sessions.isPending)) return <Loading lines={6} />;
  const failed = [cohorts, sessions].find((query) => query.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;

  const enterable = sessions.data?.filter(
    ({ state, window }) => state === 'scheduled' && window !== 'closed',
  );
  const create = enterable && enterable.length > 0 && (
    <div>
      <Button tone="primary" icon="plus" onClick={() => setCreating(true)}>
        {t('create')}
      </Button>
    </div>
  );
  const all = cohorts.data ?? [];
  const hasArchived = all.some(({ archivedAt }) => archivedAt !== null);
  const rows = all.filter(({ archivedAt }) => withArchived || archivedAt === null);
  return (
    <>
      {all.length > 0 && create}
      <div className={styles.wholeWords}>
        <Table
          name="cohorts"
          caption={t('caption')}
          columns={columns}
          rows={rows}
          rowKey={(cohort) => cohort.id}
          filters={
            hasArchived && (
              <Checkbox
                label={t('archive.show')}
                checked={withArchived}
                onChange={(event) => setWithArchived(event.target.checked)}
              />
            )
          }
          empty={<NoCohorts isManager={isManager} create={create} />}
        />
      </div>
      {enterable && <CreateCohort open={creating} onClose={() => setCreating(false)} sessions={enterable} />}
    </>
  );
}

function NoCohorts({ isManager, create }: { readonly isManager: boolean; readonly create: ReactNode }) {
  const { t } = useTranslation('institution');
  if (!isManager) return <EmptyState title={t('empty.noTraining')}>{t('empty.noTrainingText')}</EmptyState>;
  if (!create) return <EmptyState title={t('empty.noSessions')}>{t('empty.noSessionsText')}</EmptyState>;
  return (
    <EmptyState title={t('empty.noCohorts')} action={create}>
      {t('empty.noCohortsText')}
    </EmptyState>
  );
}
