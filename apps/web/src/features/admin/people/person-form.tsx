import type { CreatePersonInput, InstitutionView, Locale, PersonRole } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { hasFault } from '../../../lib/problem-text.ts';
import styles from '../admin.module.css';
import { InstitutionSelect } from './institution-select.tsx';
import { isEmail, isName, needsInstitution } from './person-input.ts';
import { RoleBoxes } from './role-boxes.tsx';

interface Props {
  readonly id: string;
  readonly institutions: readonly InstitutionView[];
  /** What the server said about the last attempt. */
  readonly error: unknown;
  readonly onSubmit: (input: CreatePersonInput) => void;
}

export function PersonForm({ id, institutions, error, onSubmit }: Props) {
  const { t, locale: pageLocale } = useTranslation('admin');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<Locale>(pageLocale);
  const [roles, setRoles] = useState<readonly PersonRole[]>([]);
  const [institutionId, setInstitutionId] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const homeless = needsInstitution(roles) && institutionId === null;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isName(name) && isEmail(email) && roles.length > 0 && !homeless) {
      onSubmit({ name: name.trim(), email: email.trim(), locale, roles: [...roles], institutionId });
    } else {
      focusFirstFault(event.currentTarget);
    }
  };

  return (
    <form id={id} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.pair}>
        <TextField
          label={t('people.name')}
          name="name"
          autoComplete="off"
          value={name}
          error={(checked && !isName(name)) || hasFault(error, 'name') ? t('newPerson.nameFault') : null}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('people.email')}
          type="email"
          name="email"
          autoComplete="off"
          value={email}
          error={(checked && !isEmail(email)) || hasFault(error, 'email') ? t('newPerson.emailFault') : null}
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <RoleBoxes
        roles={roles}
        onChange={setRoles}
        error={checked && roles.length === 0 ? t('newPerson.rolesFault') : null}
      />
      <div className={styles.pair}>
        <InstitutionSelect
          institutions={institutions}
          value={institutionId}
          error={checked && homeless ? t('newPerson.institutionFault') : null}
          onChange={setInstitutionId}
        />
        <Select
          label={t('newPerson.language')}
          value={locale}
          onChange={setLocale}
          options={[
            { value: 'zh-CN', label: t('language.zh-CN') },
            { value: 'en', label: t('language.en') },
          ]}
        />
      </div>
    </form>
  );
}
