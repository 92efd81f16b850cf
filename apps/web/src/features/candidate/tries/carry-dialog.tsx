import type { CarryInput, DimensionCode, OpenCarryChoice } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { keptIn } from '../../../lib/open-carry.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { chooseCarried } from '../../../queries/entries.ts';
import { CarryChoice } from './carry-choice.tsx';
import { refreshTries } from './refresh-tries.ts';
import styles from './tries.module.css';

interface Props {
  readonly choice: OpenCarryChoice;
  readonly onClose: () => void;
}

/** Chooses anew what is carried into an entry of which nothing is begun. */
export function CarryDialog({ choice, onClose }: Props) {
  const { t } = useTranslation('tries');
  const formId = useId();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly DimensionCode[]>(() => keptIn(choice));
  const change = useAct({
    mutationFn: (input: CarryInput) => chooseCarried(choice.entryId, input),
    onSuccess: async () => {
      await refreshTries(client);
      toast(t('choice.done'));
      onClose();
    },
    // What was shown no longer holds; the words of the refusal stay.
    onError: () => void refreshTries(client),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({ carry: [...chosen], seen: keptIn(choice) });
  };
  return (
    <Dialog
      open
      kind="wide"
      onClose={onClose}
      title={t('choice.title', { number: choice.number })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={change.isPending}>
            {t('choice.submit')}
          </Button>
        </>
      }
    >
      <p>{t('choice.lead')}</p>
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <CarryChoice options={choice} chosen={chosen} needed={fixedIn(choice)} onChange={setChosen} />
      </form>
      {change.error && <ErrorState error={change.error} inline />}
    </Dialog>
  );
}

const fixedIn = ({ carry }: OpenCarryChoice): DimensionCode[] =>
  carry.filter(({ verdict }) => verdict.kind === 'kept' && verdict.isFixed).map(({ dimension }) => dimension);
