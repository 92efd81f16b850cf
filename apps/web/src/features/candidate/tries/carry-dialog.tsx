import type { CarryInput, DimensionCode, OpenCarryChoice, OwnEntry } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { api } from '../../../lib/api.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { CarryChoice } from './carry-choice.tsx';
import { refreshTries } from './refresh-tries.ts';
import styles from './tries.module.css';

interface Props {
  readonly entry: OwnEntry;
  readonly choice: OpenCarryChoice;
  readonly onClose: () => void;
}

/** Chooses anew what is carried into an entry of which nothing is begun. */
export function CarryDialog({ entry, choice, onClose }: Props) {
  const { t } = useTranslation('tries');
  const formId = useId();
  const client = useQueryClient();
  const carried = entry.carried.map(({ dimension }) => dimension);
  const [chosen, setChosen] = useState<readonly DimensionCode[]>(carried);
  const change = useAct({
    mutationFn: (input: CarryInput) => api.put(`/api/entries/${entry.id}/carried`, input),
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
    change.mutate({ carry: [...chosen] });
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
        <CarryChoice
          options={{ ...choice, carry: choice.carry.map((option) => keptOr(option, entry)) }}
          chosen={chosen}
          needed={carried.filter((dimension) => isClosedIn(entry, dimension))}
          onChange={setChosen}
        />
      </form>
      {change.error && <ErrorState error={change.error} inline />}
    </Dialog>
  );
}

/** What was chosen before stays as it was judged then, whatever would be said of it now. */
const keptOr = (option: OpenCarryChoice['carry'][number], { carried, closesAt }: OwnEntry) =>
  carried.some(({ dimension }) => dimension === option.dimension)
    ? { ...option, verdict: { kind: 'carriable' as const, until: closesAt } }
    : option;

/** Without the carried score nothing could be had in it any more. */
const isClosedIn = ({ parts, serverNow }: OwnEntry, dimension: DimensionCode): boolean =>
  parts.some((part) => part.dimension === dimension && Date.parse(part.closesAt) <= Date.parse(serverNow));
