import type { InstitutionView, PersonRecord } from '@ennead/contracts';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm } from '../../../lib/form/use-checked-form.ts';
import { useMe } from '../../../queries/me.ts';
import { toast } from '../../../lib/toast.ts';
import styles from '../admin.module.css';
import { Notice } from '../notice.tsx';
import { InstitutionSelect } from './institution-select.tsx';
import { RoleBoxes } from './role-boxes.tsx';
import { RoleNotes } from './role-notes.tsx';
import { useChangePerson } from './use-change-person.ts';

interface Props {
  readonly person: PersonRecord;
  readonly institutions: readonly InstitutionView[];
  readonly onClose: () => void;
}

export function ChangePerson({ person, institutions, onClose }: Props) {
  const { t } = useTranslation('admin');
  const formId = useId();
  const me = useMe();
  const change = useChangePerson(({ name }) => {
    toast(t('changePerson.done', { name }));
    onClose();
  });
  const { form, choice, values, refusedAsWhole } = useCheckedForm('PATCH /api/people/:id', {
    shows: ['roles', 'institutionId'],
    initial: {
      roles: [...person.roles, ...person.proposedRoles.map(({ role }) => role)],
      institutionId: person.institution?.id ?? null,
      disabled: person.disabled,
    },
    refusal: change.error,
    onSubmit: ({ roles, institutionId }) => change.mutate({ person, to: { roles, institutionId } }),
  });
  const leaves = me.person?.id === person.id && !values.roles.includes('administrator');

  return (
    <Dialog
      keepsInput
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
      <form id={formId} className={styles.form} {...form}>
        <RoleBoxes {...choice('roles', t('newPerson.rolesFault'))} />
        <InstitutionSelect
          institutions={institutions}
          {...choice('institutionId', t('newPerson.institutionFault'))}
        />
      </form>
      <RoleNotes held={person.roles} wanted={values.roles} />
      {leaves && <Notice>{t('changePerson.own')}</Notice>}
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
    </Dialog>
  );
}
