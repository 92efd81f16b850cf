import type { InstitutionRecord } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import type { Column } from '../../../components/table-view.ts';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { institutionsQuery } from '../../../queries/institutions.ts';
import { CreateInstitution } from './create-institution.tsx';

export function InstitutionsPage() {
  const { t } = useTranslation('admin');
  const [creating, setCreating] = useState(false);
  return (
    <AdminPage
      section="institutions"
      actions={
        <Button tone="primary" icon="plus" onClick={() => setCreating(true)}>
          {t('institutions.create')}
        </Button>
      }
    >
      <Institutions />
      {creating && <CreateInstitution onClose={() => setCreating(false)} />}
    </AdminPage>
  );
}

function Institutions() {
  const { t } = useTranslation('admin');
  const institutions = useQuery(institutionsQuery);
  const columns = useColumns();
  if (institutions.isPending) return <Loading lines={6} />;
  if (institutions.error)
    return <ErrorState error={institutions.error} onRetry={() => void institutions.refetch()} />;
  return (
    <Table
      name="institutions"
      caption={t('institutions.caption')}
      columns={columns}
      rows={institutions.data}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('institutions.empty')}>{t('institutions.emptyText')}</EmptyState>}
    />
  );
}

function useColumns(): readonly Column<InstitutionRecord>[] {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'zh',
      header: t('institutions.nameZh'),
      cell: ({ name }) => (
        <span lang="zh-CN" className={styles.name}>
          {name['zh-CN']}
        </span>
      ),
      sortBy: ({ name }) => name['zh-CN'],
    },
    {
      key: 'en',
      header: t('institutions.nameEn'),
      cell: ({ name }) => <span lang="en">{name.en}</span>,
      sortBy: ({ name }) => name.en,
    },
    {
      key: 'people',
      header: t('institutions.people'),
      cell: (institution) => (
        <Link
          to={`/admin?institution=${institution.id}`}
          title={t('institutions.showPeople', { name: text(institution.name) })}
        >
          {format.number(institution.peopleCount)}
        </Link>
      ),
      sortBy: ({ peopleCount }) => peopleCount,
      align: 'end',
    },
  ];
}
