import { useSearchParams } from 'react-router';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Select } from '../../components/select.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import {
  accounts,
  causes,
  filterNames,
  mails,
  seats,
  withFilter,
  withoutFilters,
  type FilterName,
  type MemberFilter,
} from './member-filter.ts';
import { stateKey, statesOf } from './part-states.ts';

/** A select a column; what is chosen lives in the address. */
export function MemberFilterBar({ filter }: { readonly filter: MemberFilter }) {
  const { t } = useTranslation('institution');
  const [, setSearch] = useSearchParams();
  const change = (next: (search: URLSearchParams) => URLSearchParams) =>
    setSearch(next, { replace: true, preventScrollReset: true });
  const options = (name: FilterName) => {
    if (name === 'seat') return seats.map((value) => ({ value, label: t(`seat.${value}`) }));
    if (name === 'account') return accounts.map((value) => ({ value, label: t(`account.${value}`) }));
    if (name === 'mail') return mails.map((value) => ({ value, label: t(`mail.${value}`) }));
    if (name === 'cause') return causes.map((value) => ({ value, label: t(`cause.${value}`) }));
    return statesOf(name).map((value) => ({ value, label: t(stateKey(name, value)) }));
  };
  return (
    <FilterBar
      label={t('filter.heading')}
      clearLabel={t('filter.clear')}
      onClear={Object.keys(filter).length > 0 ? () => change(withoutFilters) : undefined}
    >
      {filterNames.map((name) => (
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
