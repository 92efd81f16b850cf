import { interestNoteLength, type InterestsView } from '@ennead/contracts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useLocalized } from '../../lib/localized.ts';
import { houseTies, personalTies } from '../../lib/ties.ts';
import { declareInterest } from '../../queries/interests.ts';
import { useInterestAct } from './use-interest-act.ts';

interface Props {
  readonly institutions: InterestsView['institutions'];
  readonly onClose: () => void;
}

/** A tie to a person, named by the address, or to an institution. */
export function DeclareInterest({ institutions, onClose }: Props) {
  const { t } = useTranslation('interests');
  const text = useLocalized();
  const declare = useInterestAct({ send: declareInterest, said: t('form.done'), onClose });
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/interests', {
    shows: ['tie', 'email', 'institutionId', 'endedOn', 'note'],
    initial: { tie: 'acquaintance', email: '', institutionId: null, endedOn: null, note: '' },
    refusal: declare.error,
    onSubmit: declare.mutate,
  });
  const tie = choice('tie');
  const email = choice('email', t('form.emailFault'));
  const institution = choice('institutionId', t('form.institutionFault'));
  const endedOn = choice('endedOn', t('form.endedOnFault'));
  const isPersonal = isOf(personalTies, tie.value);
  const chooseTie = (next: typeof tie.value) => {
    tie.onChange(next);
    if (isOf(personalTies, next) === isPersonal) return;
    email.onChange(isPersonal ? null : '');
    institution.onChange(null);
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('form.title')}
      lead={<p>{t('form.lead')}</p>}
      submitLabel={t('form.submit')}
      busy={busy || declare.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <Select
        label={t('form.tie')}
        {...tie}
        onChange={chooseTie}
        options={[...personalTies, ...houseTies].map((value) => ({ value, label: t(`tie.${value}`) }))}
      />
      {isPersonal ? (
        <TextField
          label={t('form.email')}
          hint={t('form.emailHint')}
          type="email"
          name="email"
          autoComplete="off"
          value={email.value ?? ''}
          error={email.error}
          onChange={({ target }) => email.onChange(target.value)}
        />
      ) : (
        <Select
          label={t('form.institution')}
          value={institution.value ?? ''}
          error={institution.error}
          onChange={(id) => institution.onChange(id || null)}
          options={[
            { value: '', label: t('form.choose') },
            ...institutions.map(({ id, name }) => ({ value: id, label: text(name) })),
          ]}
        />
      )}
      <TextField
        label={t('form.endedOn')}
        hint={t('form.endedOnHint')}
        type="date"
        required={false}
        value={endedOn.value ?? ''}
        error={endedOn.error}
        onChange={({ target }) => endedOn.onChange(target.value || null)}
      />
      <TextArea
        label={t('form.note')}
        hint={t('form.noteHint')}
        required={false}
        rows={3}
        maxLength={interestNoteLength}
        {...field('note', t('form.noteFault'))}
      />
    </FormDialog>
  );
}

const isOf = (ties: readonly string[], tie: string): boolean => ties.includes(tie);
