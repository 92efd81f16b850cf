import type { EvidenceView } from '@ennead/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { api } from '../../../lib/api.ts';
import { toast } from '../../../lib/toast.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: EvidenceView;
  readonly credentialId: string;
  readonly number: string;
}

/** Cannot be undone: asks for the reason, which the public reads, and for the number to be typed. */
export function RevokeDialog({ open, onClose, view, credentialId, number }: Props) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = reason.trim().length < 10;
  const revoke = useMutation({
    mutationFn: () => api.post(`/api/credentials/${credentialId}/revoke`, { reason: reason.trim() }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['evidence', view.entryId] }),
        client.invalidateQueries({ queryKey: ['decisions'] }),
        client.invalidateQueries({ queryKey: ['verify'] }),
      ]);
      toast(t('revoke.done'));
    },
  });
  const close = () => {
    revoke.reset();
    setTried(false);
    onClose();
  };
  const confirm = () => {
    setTried(true);
    if (!isTooShort) revoke.mutate();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      onConfirm={confirm}
      title={t('revoke.title', { name: view.candidateName ?? '' })}
      confirmLabel={t('revoke.confirm')}
      tone="danger"
      typeToConfirm={number}
      busy={revoke.isPending}
      error={revoke.error}
    >
      <p>{t('revoke.text')}</p>
      <TextArea
        label={t('revoke.reason')}
        hint={t('revoke.reasonHint')}
        maxLength={2000}
        value={reason}
        error={tried && isTooShort ? t('revoke.reasonFault') : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
