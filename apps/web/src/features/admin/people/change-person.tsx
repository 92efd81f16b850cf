import type { InstitutionView, PersonRecord, PersonRole } from '@ennead/contracts';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { useSession } from '../../../queries/session.ts';
import { toast } from '../../../lib/toast.ts';
import styles from '../admin.module.css';
import { Notice } from '../notice.tsx';
import { InstitutionSelect } from './institution-select.tsx';
import { needsInstitution } from './person-input.ts';
import { RoleBoxes } from './role-boxes.tsx';
import { useChangePerson } from './use-change-person.ts';

interface Props {
  readonly person: PersonRecord;
  readonly institutions: readonly InstitutionView[];
  readonly onClose: () => void;
}

export function ChangePerson({ person, institutions, onClose }: Props) {
  const { t } = useTranslation('admin');
  const formId = useId();
  const session = useSession();
  const [roles, setRoles] = useState<readonly PersonRole[]>(person.roles);
  const [institutionId, setInstitutionId] = useState(person.institution?.id ?? null);
  const [checked, setChecked] = useState(false);
  const change = useChangePerson(({ name }) => {
    toast(t('changePerson.done', { name }));
    onClose();
  });
  const homeless = needsInstitution(roles) && institutionId === null;
  const leaves = session.person?.id === person.id && !roles.includes('administrator');

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (roles.length > 0 && !homeless) change.mutate({ person, to: { roles: [...roles], institutionId } });
    else focusFirstFault(event.currentTarget);
  };

  return (
    <Dialog
      open
      kind="wide"
      onClose={onClose}
      title={t('changePerson.title', { name: person.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone={leaves ? 'danger' : 'primary'} busy={change.isPending}>
            {t('changePerson.submit')}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{person.email}</p>
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <RoleBoxes
          roles={roles}
          onChange={setRoles}
          error={checked && roles.length === 0 ? t('newPerson.rolesFault') : null}
        />
        <InstitutionSelect
          institutions={institutions}
          value={institutionId}
          error={checked && homeless ? t('newPerson.institutionFault') : null}
          onChange={setInstitutionId}
        />
      </form>
      {leaves && <Notice>{t('changePerson.own')}</Notice>}
      {change.error && <ErrorState error={change.error} inline />}
    </Dialog>
  );
}
