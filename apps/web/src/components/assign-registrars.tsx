import type { SessionDutiesView, StaffedSession } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useLocalized } from '../lib/localized.ts';
import { toast } from '../lib/toast.ts';
import { useAct } from '../lib/use-act.ts';
import { assignRegistrars, registrarsList, sessionRegistrarsQuery } from '../queries/registrars.ts';
import { AskException } from './ask-exception.tsx';
import { Checkbox } from './checkbox.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';
import { OfferException } from './offer-exception.tsx';

interface Props {
  readonly session: Pick<StaffedSession, 'id' | 'title'>;
  readonly onClose: () => void;
}

/** Says who looks after a session, upon who does now. Its words are of the namespaces `accommodations` and `exceptions`. */
export function AssignRegistrars({ session, onClose }: Props) {
  const { t } = useTranslation('accommodations');
  const text = useLocalized();
  const { data, error, refetch } = useQuery(sessionRegistrarsQuery(session.id));
  if (data) return <Choice duties={data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('duties.dialog', { session: text(session.title) })}>
      {error ? <ErrorState error={error} inline onRetry={() => void refetch()} /> : <Loading lines={3} />}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly duties: SessionDutiesView;
  readonly onClose: () => void;
}

function Choice({ duties: { session, people }, onClose }: ChoiceProps) {
  const { t } = useTranslation('accommodations');
  const text = useLocalized();
  const client = useQueryClient();
  // As it stood when this was opened: it may be read anew meanwhile.
  const [seen] = useState<readonly string[]>(session.registrars.map(({ id }) => id));
  const [chosen, setChosen] = useState(seen);
  const [excepting, setExcepting] = useState(false);
  const save = useAct({
    mutationFn: () => assignRegistrars(session.id, { personIds: [...chosen], seen: [...seen] }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: registrarsList.queryKey });
      toast(t('duties.saved'));
      onClose();
    },
  });
  if (excepting)
    return <AskException act="arrange" subject={{ on: 'session', id: session.id }} onClose={onClose} />;
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
      <OfferException error={save.error} onOpen={() => setExcepting(true)} />
    </ConfirmDialog>
  );
}
