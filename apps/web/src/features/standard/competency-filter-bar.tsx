import type { Standard } from '@ennead/contracts';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Select } from '../../components/select.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import type { CompetencyFilter } from './competency-filter.ts';
import styles from './role-page.module.css';

interface Props {
  readonly standard: Standard;
  readonly filter: CompetencyFilter;
  readonly shown: number;
  readonly total: number;
}

/** Two selects whose choice lives in the address. */
export function CompetencyFilterBar({ standard, filter, shown, total }: Props) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const [, setSearch] = useSearchParams();
  const choose = (name: 'dimension' | 'mastery', value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const options = (named: readonly { code: string; name: Standard['title'] }[]) => [
    { value: '', label: t('filter.all') },
    ...named.map(({ code, name }) => ({ value: code, label: text(name) })),
  ];
  return (
    <FilterBar
      label={t('filter.heading')}
      clearLabel={t('filter.clear')}
      onClear={
        filter.dimension || filter.mastery
          ? () => setSearch({}, { replace: true, preventScrollReset: true })
          : undefined
      }
      aside={
        <span className={styles.shown} role="status">
          {t('filter.shown', { shown, total })}
        </span>
      }
    >
      <Select
        label={t('filter.dimension')}
        options={options(standard.dimensions)}
        value={filter.dimension ?? ''}
        onChange={(value) => choose('dimension', value)}
      />
      <Select
        label={t('filter.mastery')}
        options={options(standard.masteries)}
        value={filter.mastery ?? ''}
        onChange={(value) => choose('mastery', value)}
      />
    </FilterBar>
  );
}
