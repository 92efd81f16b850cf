import type { SessionDutiesView, StaffedSession } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useLocalized } from '../lib/localized.ts';
import { toast } from '../lib/toast.ts';
import { useAct } from '../lib/use-act.ts';
import { assignRegistrars, registrarsQuery } from '../queries/registrars.ts';
import { Checkbox } from './checkbox.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface Props {
  readonly session: StaffedSession;
  readonly people: SessionDutiesView['people'];
  readonly onClose: () => void;
}

export function AssignRegistrars({ session, people, onClose }: Props) {
  const { t } = useTranslation('accommodations');
  const text = useLocalized();
  const client = useQueryClient();
  // As it stood when this was opened: the list may be read anew meanwhile.
  const [seen] = useState<readonly string[]>(session.registrars.map(({ id }) => id));
  const [chosen, setChosen] = useState(seen);
  const save = useAct({
    mutationFn: () => assignRegistrars(session.id, { personIds: [...chosen], seen: [...seen] }),
    onSuccess: (view) => {
      client.setQueryData(registrarsQuery.queryKey, view);
      toast(t('duties.saved'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save.mutate}
      title={t('duties.dialog', { session: text(session.title) })}
      confirmLabel={t('duties.save')}
      busy={save.isPending}
      error={save.error}
    >
      <p>{t('duties.lead')}</p>
      {people.length === 0 ? (
        <p>{t('duties.nobody')}</p>
      ) : (
        <fieldset>
          <legend>{t('duties.legend')}</legend>
          {people.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
          ))}
        </fieldset>
      )}
    </ConfirmDialog>
  );
}
