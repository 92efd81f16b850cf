import { institutionNameLength } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm } from '../../../lib/form/use-checked-form.ts';
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
  const create = useAct({
    mutationFn: createInstitution,
    onSuccess: async ({ name }) => {
      await client.invalidateQueries(institutionsQuery);
      toast(t('institutions.done', { name: text(name) }));
      onClose();
    },
  });
  const { form, field, refusedAsWhole } = useCheckedForm('POST /api/institutions', {
    shows: ['name.zh-CN', 'name.en'],
    initial: { name: { 'zh-CN': '', en: '' } },
    refusal: create.error,
    onSubmit: create.mutate,
  });

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
      <form id={formId} className={styles.form} {...form}>
        <TextField
          label={t('institutions.nameZh')}
          lang="zh-CN"
          maxLength={institutionNameLength}
          autoComplete="off"
          {...field('name.zh-CN', t('institutions.nameFault'))}
        />
        <TextField
          label={t('institutions.nameEn')}
          lang="en"
          maxLength={institutionNameLength}
          autoComplete="off"
          {...field('name.en', t('institutions.nameFault'))}
        />
      </form>
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
    </Dialog>
  );
}
