import type { PersonRecord } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { PagedTable } from '../../../components/paged-table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { AdminPage } from '../admin-page.tsx';
import styles from '../admin.module.css';
import { peopleList } from '../../../queries/people.ts';
import { institutionsQuery } from '../../../queries/institutions.ts';
import { AnswerAppointment } from './answer-appointment.tsx';
import { ChangePerson } from './change-person.tsx';
import { CreatePerson } from './create-person.tsx';
import { DisablePerson } from './disable-person.tsx';
import { ErasePerson } from './erase-person.tsx';
import { usePeopleColumns } from './people-columns.tsx';
import { IssueLink } from './issue-link.tsx';
import { PersonFilterBar } from './person-filter-bar.tsx';
import { readPersonFilter } from './person-filter.ts';
import { RemoveFactor } from './remove-factor.tsx';
import { useEnablePerson } from './use-enable-person.ts';

type Asked = {
  readonly what: 'change' | 'disable' | 'appointment' | 'remove-factor' | 'link' | 'erase';
  readonly person: PersonRecord;
};

export function PeoplePage() {
  const { t } = useTranslation('admin');
  const [creating, setCreating] = useState(false);
  const institutions = useQuery(institutionsQuery);
  return (
    <AdminPage
      section="people"
      actions={
        <Button tone="primary" icon="plus" onClick={() => setCreating(true)}>
          {t('people.create')}
        </Button>
      }
    >
      <People />
      {creating && <CreatePerson institutions={institutions.data ?? []} onClose={() => setCreating(false)} />}
    </AdminPage>
  );
}

function People() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const institutions = useQuery(institutionsQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const enable = useEnablePerson();
  const columns = usePeopleColumns({
    onChange: (person) => setAsked({ what: 'change', person }),
    onDisable: (person) => setAsked({ what: 'disable', person }),
    onEnable: (person) => enable.mutate(person),
    onAnswer: (person) => setAsked({ what: 'appointment', person }),
    onLink: (person) => setAsked({ what: 'link', person }),
    onErase: (person) => setAsked({ what: 'erase', person }),
    onRemoveFactor: (person) => setAsked({ what: 'remove-factor', person }),
  });
  if (institutions.isPending) return <Loading lines={8} />;
  if (institutions.isError)
    return <ErrorState error={institutions.error} onRetry={() => void institutions.refetch()} />;

  const filter = readPersonFilter(search);
  const close = () => setAsked(null);
  return (
    <>
      {enable.error && <ErrorState error={enable.error} inline />}
      <PersonFilterBar filter={filter} institutions={institutions.data} />
      <div className={styles.wholeWords}>
        <PagedTable
          name="people"
          caption={t('people.caption')}
          columns={columns}
          list={peopleList}
          query={filter}
          rowKey={(person) => person.id}
        />
      </div>
      {asked?.what === 'change' && (
        <ChangePerson person={asked.person} institutions={institutions.data} onClose={close} />
      )}
      {asked?.what === 'appointment' && <AnswerAppointment person={asked.person} onClose={close} />}
      {asked?.what === 'link' && <IssueLink person={asked.person} onClose={close} />}
      {asked?.what === 'erase' && <ErasePerson person={asked.person} onClose={close} />}
      {asked?.what === 'remove-factor' && <RemoveFactor person={asked.person} onClose={close} />}
      {asked?.what === 'disable' && <DisablePerson person={asked.person} onClose={close} />}
    </>
  );
}
