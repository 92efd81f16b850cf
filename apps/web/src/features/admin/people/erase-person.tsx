import type { PersonRecord } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea, TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useReason } from '../../../lib/form/use-reason.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { erasePerson, peopleList } from '../../../queries/people.ts';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** For somebody who asked to be forgotten. It cannot be undone, so the address is typed once more. */
export function ErasePerson({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const reason = useReason(t('erase.reasonFault'));
  const [email, setEmail] = useState('');
  const isTyped = email.trim().toLowerCase() === person.email;
  const erase = useAct({
    mutationFn: (why: string) => erasePerson(person.id, { email, reason: why }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleList.queryKey });
      toast(t('erase.done'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={() => {
        const why = reason.take();
        if (why !== null && isTyped) erase.mutate(why);
      }}
      title={t('erase.title', { name: person.name })}
      confirmLabel={t('erase.confirm')}
      tone="danger"
      busy={erase.isPending}
      error={erase.error}
    >
      <p>{t('erase.text')}</p>
      <TextArea label={t('erase.reason')} hint={t('erase.reasonHint')} {...reason.area} />
      <TextField
        label={t('erase.email')}
        hint={t('erase.emailHint', { email: person.email })}
        value={email}
        autoComplete="off"
        error={reason.tried && !isTyped ? t('erase.emailFault') : null}
        onChange={({ target }) => setEmail(target.value)}
      />
    </ConfirmDialog>
  );
}
