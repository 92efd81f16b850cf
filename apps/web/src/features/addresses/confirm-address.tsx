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
import { addressesList, confirmAddress } from '../../queries/addresses.ts';

interface Props {
  readonly person: UnconfirmedAddress;
  readonly onClose: () => void;
}

const proofs = ['mailbox-shown', 'signed-form', 'institution-list'] as const satisfies AddressProof[];

/** How somebody showed that the address is theirs, and which papers were seen. */
export function ConfirmAddress({ person: { id, name, email }, onClose }: Props) {
  const { t } = useTranslation('addresses');
  const client = useQueryClient();
  const [proof, setProof] = useState<AddressProof | null>(null);
  const reason = useReason(t('reasonFault'));
  const act = useAct({
    mutationFn: ({ by, why }: { by: AddressProof; why: string }) =>
      confirmAddress(id, { email, proof: by, reason: why }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: addressesList.queryKey });
      toast(t('done', { name }));
      onClose();
    },
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null && proof) act.mutate({ by: proof, why });
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
      title={t('dialog', { name })}
      confirmLabel={t('submit')}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('text', { name, email })}</p>
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
