import type { UnconfirmedAddress } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { addressesList } from '../../queries/addresses.ts';
import { ConfirmAddress } from './confirm-address.tsx';

/** Whoever stands at the desk is found by name or address, and their address confirmed. */
export function AddressesPage() {
  const { t } = useTranslation('addresses');
  const localized = useLocalized();
  const [chosen, setChosen] = useState<UnconfirmedAddress | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeclarationBanner />
      <PagedTable
        name="addresses"
        caption={t('caption')}
        list={addressesList}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        columns={[
          { key: 'name', header: t('name'), sorts: true, cell: ({ name }) => name, text: ({ name }) => name },
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
                onClick={() => setChosen(row)}
              >
                {t('confirm')}
              </Button>
            ),
            text: () => '',
          },
        ]}
      />
      {chosen && <ConfirmAddress person={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
