import { deskLimits, type UnconfirmedAddress } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ChosenBar } from '../../components/chosen-bar.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Page } from '../../components/page.tsx';
import { Select } from '../../components/select.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useChoiceColumn } from '../../components/use-choice-column.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useChosen } from '../../lib/use-chosen.ts';
import { addressesList, addressHousesQuery } from '../../queries/addresses.ts';
import { sessionsQuery } from '../../queries/sessions.ts';
import { ConfirmAddress } from './confirm-address.tsx';

const filters = ['session', 'institution'] as const;

/** Whoever stands at the desk is found by name or address, a class by its session or institution, and their addresses confirmed. */
export function AddressesPage() {
  const { t } = useTranslation('addresses');
  const localized = useLocalized();
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<readonly UnconfirmedAddress[] | null>(null);
  const [refusedCount, setRefusedCount] = useState(0);
  const sessions = useQuery(sessionsQuery);
  const houses = useQuery(addressHousesQuery);
  const chosen = useChosen<UnconfirmedAddress>({ keyOf: ({ id }) => id, most: deskLimits.atOnce });
  const choice = useChoiceColumn({ chosen, nameOf: ({ name }: UnconfirmedAddress) => name });
  const options = {
    session: sessions.data?.map(({ id, title }) => ({ value: id, label: localized(title) })) ?? [],
    institution: houses.data?.map(({ id, name }) => ({ value: id, label: localized(name) })) ?? [],
  };
  const query = Object.fromEntries(
    filters.map((by) => [by, options[by].find(({ value }) => value === search.get(by))?.value]),
  );
  const change = (put: (next: URLSearchParams) => void) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        put(next);
        next.delete('addresses.page');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeclarationBanner />
      <FilterBar
        label={t('filter')}
        clearLabel={t('clear')}
        onClear={
          filters.some((by) => search.has(by))
            ? () => change((next) => filters.forEach((by) => next.delete(by)))
            : undefined
        }
      >
        {filters.map((by) => (
          <Select
            key={by}
            label={t(by)}
            value={query[by] ?? ''}
            onChange={(value) => change((next) => (value ? next.set(by, value) : next.delete(by)))}
            options={[{ value: '', label: t('all') }, ...options[by]]}
          />
        ))}
      </FilterBar>
      {refusedCount > 0 && (
        <StateMark tone="warn" isSentence>
          {t('refused', { count: refusedCount })}
        </StateMark>
      )}
      <ChosenBar
        count={chosen.rows.length}
        onNone={chosen.clear}
        acts={
          <Button tone="primary" onClick={() => setAsked(chosen.rows)}>
            {t('confirmMany', { count: chosen.rows.length })}
          </Button>
        }
      >
        <PagedTable
          name="addresses"
          caption={t('caption')}
          list={addressesList}
          query={query}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
          columns={[
            choice,
            {
              key: 'name',
              header: t('name'),
              sorts: true,
              cell: ({ name }) => name,
              text: ({ name }) => name,
            },
            {
              key: 'email',
              header: t('email'),
              sorts: true,
              cell: ({ email }) => <EmailText email={email} />,
              text: ({ email }) => email,
            },
            {
              key: 'institution',
              header: t('institution'),
              cell: ({ institution }) => institution && localized(institution),
              text: ({ institution }) => (institution ? localized(institution) : ''),
            },
            {
              key: 'createdAt',
              header: t('createdAt'),
              sorts: true,
              cell: ({ createdAt }) => <DateTime instant={createdAt} />,
              text: ({ createdAt }) => createdAt,
            },
            {
              key: 'act',
              header: t('act'),
              cell: (row) => (
                <Button
                  size="small"
                  icon="check"
                  aria-label={t('confirmFor', { name: row.name })}
                  onClick={() => setAsked([row])}
                >
                  {t('confirm')}
                </Button>
              ),
              text: () => '',
            },
          ]}
        />
      </ChosenBar>
      {asked && (
        <ConfirmAddress
          people={asked}
          onClose={() => setAsked(null)}
          onDone={(refused) => {
            chosen.put(asked, false);
            setRefusedCount(refused);
          }}
        />
      )}
    </Page>
  );
}
