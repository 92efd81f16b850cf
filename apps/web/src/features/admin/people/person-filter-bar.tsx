import type { InstitutionView } from '@ennead/contracts';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { Select, type Option } from '../../../components/select.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../admin.module.css';
import {
  personStatuses,
  withoutPersonFilters,
  withPersonFilter,
  type PersonFilter,
  type PersonFilterName,
} from './person-filter.ts';
import { personRoles } from './person-input.ts';

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
    <search className={styles.filters} aria-label={t('people.filter.heading')}>
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
      {Object.values(filter).some(Boolean) && (
        <div className={styles.clear}>
          <Button size="small" icon="cross" onClick={() => change(withoutPersonFilters)}>
            {t('people.filter.clear')}
          </Button>
        </div>
      )}
    </search>
  );
}
