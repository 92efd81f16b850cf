import type { PersonRole } from '@ennead/contracts';
import { useId } from 'react';
import { Checkbox } from '../../../components/checkbox.tsx';
import { FieldError } from '../../../components/field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../admin.module.css';
import { personRoles } from './person-roles.ts';

interface Props {
  readonly value: readonly PersonRole[];
  readonly onChange: (roles: PersonRole[]) => void;
  readonly error?: string | null;
}

/** All roles, each with what it allows. */
export function RoleBoxes({ value, onChange, error }: Props) {
  const { t } = useTranslation('admin');
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined} data-fault={error ? true : undefined}>
      <legend className={styles.legend}>{t('people.roles')}</legend>
      <div className={styles.boxes}>
        {personRoles.map((role) => (
          <Checkbox
            key={role}
            label={t(`common:person.${role}`)}
            hint={t(`roleText.${role}`)}
            checked={value.includes(role)}
            onChange={(event) =>
              onChange(
                personRoles.filter((each) => (each === role ? event.target.checked : value.includes(each))),
              )
            }
          />
        ))}
      </div>
      <FieldError id={id} text={error} />
    </fieldset>
  );
}
