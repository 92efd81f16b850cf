import type { StaffedSession } from '@ennead/contracts';
import { useState } from 'react';
import { AssignRegistrars } from '../../components/assign-registrars.tsx';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { registrarsList } from '../../queries/registrars.ts';

/** Who looks after which session. */
export function DutiesPage() {
  const { t } = useTranslation('accommodations');
  const text = useLocalized();
  const format = useFormat();
  const [chosen, setChosen] = useState<StaffedSession | null>(null);
  const names = ({ registrars }: StaffedSession) => format.list(registrars.map(({ name }) => name));
  return (
    <Page title={t('duties.title')} lead={t('duties.lead')}>
      <PagedTable
        name="registrars"
        caption={t('duties.title')}
        list={registrarsList}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('duties.empty')}>{t('duties.emptyText')}</EmptyState>}
        columns={[
          {
            key: 'session',
            header: t('duties.session'),
            cell: ({ title }) => text(title),
            text: ({ title }) => text(title),
          },
          {
            key: 'opensAt',
            header: t('duties.opens'),
            sorts: true,
            cell: ({ opensAt }) => <DateTime instant={opensAt} />,
            text: ({ opensAt }) => opensAt,
          },
          {
            key: 'closesAt',
            header: t('duties.closes'),
            sorts: true,
            cell: ({ closesAt }) => <DateTime instant={closesAt} />,
            text: ({ closesAt }) => closesAt,
          },
          {
            key: 'registrars',
            header: t('duties.card'),
            cell: (row) => (row.registrars.length > 0 ? names(row) : t('duties.nobodyYet')),
            text: names,
          },
          {
            key: 'act',
            header: t('duties.act'),
            cell: (row) => (
              <Button
                size="small"
                icon="people"
                aria-label={t('duties.changeOf', { session: text(row.title) })}
                onClick={() => setChosen(row)}
              >
                {t('duties.change')}
              </Button>
            ),
            text: () => '',
          },
        ]}
      />
      {chosen && <AssignRegistrars session={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
