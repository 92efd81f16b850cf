import type { InstitutionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { createPerson, peopleList } from '../../../queries/people.ts';
import { institutionsQuery } from '../../../queries/institutions.ts';
import { CreatedPerson } from './created-person.tsx';
import { MailedLink } from './mailed-link.tsx';
import { PersonForm } from './person-form.tsx';

interface Props {
  readonly institutions: readonly InstitutionView[];
  readonly onClose: () => void;
}

/** A new account, and then the link with which its person sets a password. */
export function CreatePerson({ institutions, onClose }: Props) {
  const { t } = useTranslation('admin');
  const formId = useId();
  const client = useQueryClient();
  const create = useAct({
    mutationFn: createPerson,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: peopleList.queryKey }),
        client.invalidateQueries(institutionsQuery),
      ]),
  });
  if (create.data) {
    const { url, ...who } = create.data.invitation;
    return url === null ? (
      <MailedLink title={t('invitation.title')} email={who.email} onClose={onClose} />
    ) : (
      <CreatedPerson invitation={{ ...who, url }} onClose={onClose} />
    );
  }
  return (
    <Dialog
      keepsInput
      open
      kind="wide"
      onClose={onClose}
      title={t('newPerson.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={create.isPending}>
            {t('newPerson.submit')}
          </Button>
        </>
      }
    >
      <p>{t('newPerson.lead')}</p>
      <PersonForm id={formId} institutions={institutions} refusal={create.error} onSubmit={create.mutate} />
    </Dialog>
  );
}
