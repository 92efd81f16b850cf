import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Select } from '../../components/select.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import {
  accounts,
  alwaysShown,
  causes,
  filterNames,
  lacks,
  mails,
  seats,
  withFilter,
  withoutFilters,
  type FilterName,
  type MemberFilter,
} from './member-filter.ts';
import { stateKey, statesOf } from './part-states.ts';

/** A select a column, the rarer ones upon request; what is chosen lives in the address. */
export function MemberFilterBar({ filter }: { readonly filter: MemberFilter }) {
  const { t } = useTranslation('institution');
  const [, setSearch] = useSearchParams();
  const [more, setMore] = useState(false);
  const shown = filterNames.filter((name, at) => more || at < alwaysShown || filter[name] !== undefined);
  const change = (next: (search: URLSearchParams) => URLSearchParams) =>
    setSearch(next, { replace: true, preventScrollReset: true });
  const options = (name: FilterName) => {
    if (name === 'seat') return seats.map((value) => ({ value, label: t(`seat.${value}`) }));
    if (name === 'account') return accounts.map((value) => ({ value, label: t(`account.${value}`) }));
    if (name === 'mail') return mails.map((value) => ({ value, label: t(`mail.${value}`) }));
    if (name === 'cause') return causes.map((value) => ({ value, label: t(`cause.${value}`) }));
    if (name === 'missing') return lacks.map((value) => ({ value, label: t(`missing.${value}`) }));
    return statesOf(name).map((value) => ({ value, label: t(stateKey(name, value)) }));
  };
  return (
    <FilterBar
      label={t('filter.heading')}
      clearLabel={t('filter.clear')}
      aside={
        shown.length < filterNames.length && (
          <Button size="small" icon="down" onClick={() => setMore(true)}>
            {t('filter.more')}
          </Button>
        )
      }
      onClear={Object.keys(filter).length > 0 ? () => change(withoutFilters) : undefined}
    >
      {shown.map((name) => (
        <Select
          key={name}
          label={t(`part.${name}`)}
          value={filter[name] ?? ''}
          onChange={(value) => change((search) => withFilter(search, name, value))}
          options={[{ value: '', label: t('filter.all') }, ...options(name)]}
        />
      ))}
    </FilterBar>
  );
}
