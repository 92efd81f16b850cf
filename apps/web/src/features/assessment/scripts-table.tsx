import type { AssignedScript } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Select } from '../../components/select.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import styles from './assessment.module.css';
import { orderScripts, readShown, shownScripts, type Shown } from './order-scripts.ts';
import { ReassignDialog } from './reassign-dialog.tsx';
import { useScriptColumns, type AskedScript } from './script-columns.tsx';

/** Scripts that somebody has; what has to be looked at comes first. */
export function ScriptsTable({ scripts }: { readonly scripts: readonly AssignedScript[] }) {
  const { t } = useTranslation('assessment');
  const [search, setSearch] = useSearchParams();
  const shown = readShown(search.get('show'));
  const [asked, setAsked] = useState<AskedScript | null>(null);
  const columns = useScriptColumns(setAsked);
  const choose = (next: Shown | '') =>
    setSearch((before) => withShown(before, next), { replace: true, preventScrollReset: true });
  const close = () => setAsked(null);
  const script = asked?.script;
  return (
    <>
      {scripts.length === 0 ? (
        <EmptyState title={t('scripts.empty')}>{t('scripts.emptyText')}</EmptyState>
      ) : (
        <>
          <FilterBar
            label={t('scripts.filter')}
            clearLabel={t('scripts.clear')}
            onClear={shown ? () => choose('') : undefined}
          >
            <div className={styles.show}>
              <Select
                label={t('scripts.show')}
                value={shown ?? ''}
                onChange={choose}
                options={[
                  { value: '', label: t('scripts.shown.all') },
                  ...shownScripts.map((value) => ({ value, label: t(`scripts.shown.${value}`) })),
                ]}
              />
            </div>
          </FilterBar>
          <div className={styles.wholeWords}>
            <Table
              name="scripts"
              caption={t('scripts.title')}
              columns={columns}
              rows={orderScripts(scripts, shown)}
              rowKey={({ reviewId }) => reviewId}
              empty={<EmptyState title={t('scripts.none')}>{t('scripts.noneText')}</EmptyState>}
            />
          </div>
        </>
      )}
      {script && asked.act === 'reassign' && <ReassignDialog script={script} onClose={close} />}
      {script?.problem && asked?.act === 'answer' && (
        <AnswerDialog script={script} problem={script.problem} onClose={close} />
      )}
    </>
  );
}

const withShown = (search: URLSearchParams, shown: Shown | ''): URLSearchParams => {
  if (shown) search.set('show', shown);
  else search.delete('show');
  search.delete('scripts.page');
  return search;
};
