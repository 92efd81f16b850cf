import type { InstitutionView } from '@ennead/contracts';
import { ErrorState } from '../../../components/error-state.tsx';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../../lib/form/use-checked-form.ts';
import styles from '../admin.module.css';
import { InstitutionSelect } from './institution-select.tsx';
import { RoleBoxes } from './role-boxes.tsx';
import { RoleNotes } from './role-notes.tsx';

interface Props {
  readonly id: string;
  readonly institutions: readonly InstitutionView[];
  /** What the server said about the last try. */
  readonly refusal: unknown;
  readonly onSubmit: (input: BodyDraft<'POST /api/people'>) => void;
}

export function PersonForm({ id, institutions, refusal, onSubmit }: Props) {
  const { t, locale } = useTranslation('admin');
  const { form, field, choice, values, refusedAsWhole } = useCheckedForm('POST /api/people', {
    shows: ['name', 'email', 'locale', 'roles', 'institutionId'],
    initial: { name: '', email: '', locale, roles: [], institutionId: null },
    refusal,
    onSubmit,
  });

  return (
    <form id={id} className={styles.form} {...form}>
      <div className={styles.pair}>
        <TextField label={t('people.name')} autoComplete="off" {...field('name', t('newPerson.nameFault'))} />
        <TextField
          label={t('people.email')}
          type="email"
          autoComplete="off"
          {...field('email', t('newPerson.emailFault'))}
        />
      </div>
      <RoleBoxes {...choice('roles', t('newPerson.rolesFault'))} />
      <RoleNotes held={[]} wanted={values.roles} />
      <div className={styles.pair}>
        <InstitutionSelect
          institutions={institutions}
          {...choice('institutionId', t('newPerson.institutionFault'))}
        />
        <Select
          label={t('newPerson.language')}
          {...choice('locale')}
          options={[
            { value: 'zh-CN', label: t('language.zh-CN') },
            { value: 'en', label: t('language.en') },
          ]}
        />
      </div>
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
    </form>
  );
}
