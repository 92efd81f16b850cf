import { institutionNameLength } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm } from '../../../lib/form/use-checked-form.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { createInstitution, institutionsQuery } from '../../../queries/institutions.ts';

export function CreateInstitution({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const client = useQueryClient();
  const create = useAct({
    mutationFn: createInstitution,
    onSuccess: async ({ name }) => {
      await client.invalidateQueries(institutionsQuery);
      toast(t('institutions.done', { name: text(name) }));
      onClose();
    },
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/institutions', {
    shows: ['name.zh-CN', 'name.en'],
    initial: { name: { 'zh-CN': '', en: '' } },
    refusal: create.error,
    onSubmit: create.mutate,
  });

  return (
    <FormDialog
      onClose={onClose}
      title={t('institutions.create')}
      submitLabel={t('institutions.submit')}
      busy={busy || create.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
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
    </FormDialog>
  );
}
