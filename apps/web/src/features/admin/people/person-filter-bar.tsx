import type { InstitutionView } from '@ennead/contracts';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../../components/filter-bar.tsx';
import { Select, type Option } from '../../../components/select.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import {
  personStatuses,
  withoutPersonFilters,
  withPersonFilter,
  type PersonFilter,
  type PersonFilterName,
} from './person-filter.ts';
import { personRoles } from './person-roles.ts';

interface Props {
  readonly filter: PersonFilter;
  readonly institutions: readonly InstitutionView[];
}

/** Role, institution and state; what is chosen lives in the address. */
export function PersonFilterBar({ filter, institutions }: Props) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const [, setSearch] = useSearchParams();
  const change = (next: (search: URLSearchParams) => URLSearchParams) =>
    setSearch(next, { replace: true, preventScrollReset: true });
  const select = (name: PersonFilterName, label: string, options: readonly Option[]) => (
    <Select
      label={label}
      value={filter[name] ?? ''}
      onChange={(value) => change((search) => withPersonFilter(search, name, value))}
      options={[{ value: '', label: t('people.filter.all') }, ...options]}
    />
  );
  return (
    <FilterBar
      label={t('people.filter.heading')}
      clearLabel={t('people.filter.clear')}
      onClear={Object.values(filter).some(Boolean) ? () => change(withoutPersonFilters) : undefined}
    >
      {select(
        'role',
        t('people.roles'),
        personRoles.map((role) => ({ value: role, label: t(`common:person.${role}`) })),
      )}
      {select('institution', t('people.institution'), [
        { value: 'none', label: t('people.noInstitution') },
        ...institutions.map(({ id, name }) => ({ value: id, label: text(name) })),
      ])}
      {select(
        'status',
        t('people.state'),
        personStatuses.map((status) => ({ value: status, label: t(`people.status.${status}`) })),
      )}
    </FilterBar>
  );
}
