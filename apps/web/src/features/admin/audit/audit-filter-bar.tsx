import { typedNumberLength, wordsLength } from '@ennead/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { FilterBar } from '../../../components/filter-bar.tsx';
import { Field } from '../../../components/field.tsx';
import fieldStyles from '../../../components/field.module.css';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from '../admin.module.css';
import { groupedActions } from './audit-actions.ts';
import { useAuditWords } from './audit-words.ts';
import type { AuditFields } from './read-audit-filter.ts';

export function AuditFilterBar({ fields }: { readonly fields: AuditFields }) {
  const { t, action: actionWord } = useAuditWords();
  const [, setSearch] = useSearchParams();
  // What is being filled in; empty while the fields show what the address says.
  const [draft, setDraft] = useState<AuditFields>({});
  const shown = { ...fields, ...draft };
  const apply = (next: AuditFields) => {
    setDraft({});
    const given = Object.entries(next).flatMap(([name, value]: [string, string | undefined]) =>
      value?.trim() ? [[name, value.trim()]] : [],
    );
    setSearch(new URLSearchParams(given), { preventScrollReset: true });
  };
  const wire = (name: keyof AuditFields) => ({
    value: shown[name] ?? '',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <FilterBar
      label={t('audit.filter.heading')}
      clearLabel={t('audit.filter.clear')}
      onClear={Object.values(fields).some(Boolean) ? () => apply({}) : undefined}
      onSubmit={() => apply(shown)}
      aside={
        <Button type="submit" size="small" icon="search">
          {t('audit.filter.apply')}
        </Button>
      }
    >
      <div className={styles.wideField}>
        <TextField
          label={t('audit.filter.about')}
          placeholder={t('audit.filter.aboutHint')}
          autoComplete="off"
          maxLength={typedNumberLength}
          {...wire('about')}
        />
      </div>
      <TextField
        label={t('audit.filter.actor')}
        placeholder={t('audit.filter.actorHint')}
        autoComplete="off"
        maxLength={wordsLength}
        {...wire('actor')}
      />
      <Field label={t('audit.filter.action')}>
        {(wiring) => (
          <div className={fieldStyles.selectBox}>
            <select
              {...wiring}
              className={classNames(fieldStyles.control, fieldStyles.select)}
              value={fields.action ?? ''}
              onChange={(event) => apply({ ...shown, action: event.target.value || undefined })}
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
      <TextField label={t('audit.filter.from')} type="date" {...wire('from')} />
      <TextField label={t('audit.filter.to')} type="date" {...wire('to')} />
    </FilterBar>
  );
}
