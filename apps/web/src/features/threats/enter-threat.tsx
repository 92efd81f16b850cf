import { reasonLength, threatLimits, type ThreatSource } from '@ennead/contracts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { enterThreat } from '../../queries/threats.ts';
import { useThreatAct } from './use-threat-act.ts';

const sources: readonly ThreatSource[] = [
  'self-interest',
  'self-review',
  'familiarity',
  'pressure',
  'finance',
  'training',
  'other',
];

export function EnterThreat({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('threats');
  const enter = useThreatAct(enterThreat, t('form.done'), onClose);
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/threats', {
    shows: ['source', 'title', 'description'],
    initial: { source: 'other', title: '', description: '' },
    refusal: enter.error,
    onSubmit: enter.mutate,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('form.title')}
      submitLabel={t('form.submit')}
      busy={busy || enter.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <TextField
        label={t('form.name')}
        maxLength={threatLimits.titleLength}
        autoComplete="off"
        {...field('title', t('form.nameFault'))}
      />
      <Select
        label={t('form.source')}
        {...choice('source')}
        options={sources.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <TextArea
        label={t('form.description')}
        hint={t('form.descriptionHint')}
        maxLength={reasonLength.most}
        {...field('description', t('form.descriptionFault'))}
      />
    </FormDialog>
  );
}
