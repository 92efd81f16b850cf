import { institutionNameLength } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from '../admin.module.css';
import { createInstitution, institutionsQuery } from '../../../queries/institutions.ts';

export function CreateInstitution({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const formId = useId();
  const client = useQueryClient();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [checked, setChecked] = useState(false);
  const create = useAct({
    mutationFn: createInstitution,
    onSuccess: async ({ name }) => {
      await client.invalidateQueries(institutionsQuery);
      toast(t('institutions.done', { name: text(name) }));
      onClose();
    },
  });
  const faultOf = (name: string) => (checked && !name.trim() ? t('institutions.nameFault') : null);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (zh.trim() && en.trim()) create.mutate({ name: { 'zh-CN': zh.trim(), en: en.trim() } });
    else focusFirstFault(event.currentTarget);
  };

  return (
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={t('institutions.create')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={create.isPending}>
            {t('institutions.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('institutions.nameZh')}
          lang="zh-CN"
          maxLength={institutionNameLength}
          autoComplete="off"
          value={zh}
          error={faultOf(zh)}
          onChange={(event) => setZh(event.target.value)}
        />
        <TextField
          label={t('institutions.nameEn')}
          lang="en"
          maxLength={institutionNameLength}
          autoComplete="off"
          value={en}
          error={faultOf(en)}
          onChange={(event) => setEn(event.target.value)}
        />
      </form>
      {create.error && <ErrorState error={create.error} inline />}
    </Dialog>
  );
}
