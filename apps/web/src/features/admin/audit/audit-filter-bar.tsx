import { wordsLength } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { FilterBar } from '../../../components/filter-bar.tsx';
import { Field } from '../../../components/field.tsx';
import fieldStyles from '../../../components/field.module.css';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { groupedActions } from './audit-actions.ts';
import type { AuditFilter } from '../../../queries/audit.ts';
import { useAuditWords } from './audit-words.ts';

export function AuditFilterBar({ filter }: { readonly filter: AuditFilter }) {
  const { t, action: actionWord } = useAuditWords();
  const [, setSearch] = useSearchParams();
  // What is being typed; null while the field shows what the address says.
  const [draft, setDraft] = useState<string | null>(null);
  const actor = draft ?? filter.actor ?? '';
  const apply = (next: AuditFilter) => {
    setDraft(null);
    const search = new URLSearchParams();
    if (next.action) search.set('action', next.action);
    if (next.actor?.trim()) search.set('actor', next.actor.trim());
    setSearch(search, { preventScrollReset: true });
  };
  return (
    <FilterBar
      label={t('audit.filter.heading')}
      clearLabel={t('audit.filter.clear')}
      onClear={filter.action || filter.actor ? () => apply({}) : undefined}
      onSubmit={() => apply({ ...filter, actor })}
      aside={
        <Button type="submit" size="small" icon="search">
          {t('audit.filter.apply')}
        </Button>
      }
    >
      <Field label={t('audit.filter.action')}>
        {(wiring) => (
          <div className={fieldStyles.selectBox}>
            <select
              {...wiring}
              className={classNames(fieldStyles.control, fieldStyles.select)}
              value={filter.action ?? ''}
              onChange={(event) => apply({ action: event.target.value || undefined, actor })}
            >
              <option value="">{t('audit.filter.allActions')}</option>
              {groupedActions.map(({ group, actions }) => (
                <optgroup key={group} label={t(`group.${group}`)}>
                  {actions.map((action) => (
                    <option key={action} value={action}>
                      {actionWord(action)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            <Icon name="down" size={16} />
          </div>
        )}
      </Field>
      <TextField
        label={t('audit.filter.actor')}
        placeholder={t('audit.filter.actorHint')}
        autoComplete="off"
        maxLength={wordsLength}
        value={actor}
        onChange={(event) => setDraft(event.target.value)}
      />
    </FilterBar>
  );
}
