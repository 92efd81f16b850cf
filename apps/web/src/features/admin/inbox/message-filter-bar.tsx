import { useSearchParams } from 'react-router';
import { FilterBar } from '../../../components/filter-bar.tsx';
import { Select, type Option } from '../../../components/select.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import {
  messageKinds,
  messageStates,
  withMessageFilter,
  withoutMessageFilters,
  type MessageFilter,
  type MessageFilterName,
} from './message-filter.ts';

/** Kind and state; what is chosen lives in the address. */
export function MessageFilterBar({ filter }: { readonly filter: MessageFilter }) {
  const { t } = useTranslation('admin');
  const { t: notices } = useTranslation('notices');
  const [, setSearch] = useSearchParams();
  const change = (next: (search: URLSearchParams) => URLSearchParams) =>
    setSearch(next, { replace: true, preventScrollReset: true });
  const select = (name: MessageFilterName, label: string, options: readonly Option[]) => (
    <Select
      label={label}
      value={filter[name] ?? ''}
      onChange={(value) => change((search) => withMessageFilter(search, name, value))}
      options={[{ value: '', label: t('inbox.filter.all') }, ...options]}
    />
  );
  return (
    <FilterBar
      label={t('inbox.filter.heading')}
      clearLabel={t('inbox.filter.clear')}
      onClear={Object.values(filter).some(Boolean) ? () => change(withoutMessageFilters) : undefined}
    >
      {select(
        'kind',
        t('inbox.kind'),
        messageKinds.map((kind) => ({ value: kind, label: notices(`kind.${kind}`) })),
      )}
      {select(
        'state',
        t('inbox.state'),
        messageStates.map((state) => ({ value: state, label: t(`inbox.messageState.${state}`) })),
      )}
    </FilterBar>
  );
}
