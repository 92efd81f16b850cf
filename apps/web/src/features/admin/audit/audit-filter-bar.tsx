import { useState, type SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import fieldStyles from '../../../components/field.module.css';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from '../admin.module.css';
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
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply({ ...filter, actor });
  };
  return (
    <search aria-label={t('audit.filter.heading')}>
      <form className={styles.filters} onSubmit={submit}>
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
          maxLength={100}
          value={actor}
          onChange={(event) => setDraft(event.target.value)}
        />
        <div className={styles.clear}>
          <Button type="submit" icon="search">
            {t('audit.filter.apply')}
          </Button>
          {(filter.action || filter.actor) && (
            <Button tone="quiet" onClick={() => apply({})}>
              {t('audit.filter.clear')}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}
