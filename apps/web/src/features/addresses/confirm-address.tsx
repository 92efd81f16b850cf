import type { AddressProof, UnconfirmedAddress } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { addressesList, confirmAddress, confirmAddresses } from '../../queries/addresses.ts';
import { desksKey } from '../../queries/desk.ts';

interface Props {
  readonly people: readonly UnconfirmedAddress[];
  readonly onClose: () => void;
  /** With how many addresses were not confirmed, of many. */
  readonly onDone: (refused: number) => void;
}

type Vouched = { readonly proof: AddressProof; readonly reason: string };

/** One by one a refusal is said as it is; of many each stands by itself. */
const send = async (people: readonly UnconfirmedAddress[], vouched: Vouched): Promise<number> => {
  const [only, ...others] = people.map(({ id, email }) => ({ id, email }));
  if (only && others.length === 0) {
    await confirmAddress(only.id, { email: only.email, ...vouched });
    return 0;
  }
  const { refused } = await confirmAddresses({ people: [only!, ...others], ...vouched });
  return refused.length;
};

const proofs = ['mailbox-shown', 'signed-form', 'institution-list'] as const satisfies AddressProof[];

/** How people showed that the addresses are theirs, and which papers were seen: once for all who were chosen. */
export function ConfirmAddress({ people, onClose, onDone }: Props) {
  const { t } = useTranslation('addresses');
  const client = useQueryClient();
  const only = people.length === 1 ? people[0] : undefined;
  const [proof, setProof] = useState<AddressProof | null>(null);
  const reason = useReason(t('reasonFault'));
  const act = useAct({
    mutationFn: (vouched: Vouched) => send(people, vouched),
    onSuccess: async (refused) => {
      await client.invalidateQueries({ queryKey: addressesList.queryKey });
      void client.invalidateQueries({ queryKey: desksKey });
      const count = people.length - refused;
      toast(only ? t('done', { name: only.name }) : t('doneMany', { count }));
      if (refused > 0) toast(t('refused', { count: refused }), { tone: 'warn' });
      onDone(refused);
      onClose();
    },
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null && proof) act.mutate({ proof, reason: why });
  };
  const close = () => {
    // What was refused is mostly otherwise by now.
    if (act.error) void client.invalidateQueries({ queryKey: addressesList.queryKey });
    onClose();
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={close}
      onConfirm={confirm}
      title={only ? t('dialog', { name: only.name }) : t('dialogMany', { count: people.length })}
      confirmLabel={t('submit')}
      busy={act.isPending}
      error={act.error}
    >
      <p>
        {only ? t('text', { name: only.name, email: only.email }) : t('textMany', { count: people.length })}
      </p>
      <RadioCards
        legend={t('proof')}
        value={proof}
        onChange={setProof}
        error={reason.tried && !proof ? t('proofFault') : null}
        cards={proofs.map((value) => ({
          value,
          label: t(`proofs.${value}`),
          text: t(`about.${value}`),
        }))}
      />
      <TextArea label={t('reason')} hint={t('reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
