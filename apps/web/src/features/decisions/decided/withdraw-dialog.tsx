import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import { api } from '../../../lib/api.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: EvidenceView;
  readonly granted: DecisionView;
  /** It takes effect only when a second person confirms it. */
  readonly proposes: boolean;
}

/** Cannot be undone: asks for the reason, which the public reads, and for the certificate's number to be typed. */
export function WithdrawDialog({ open, onClose, view, granted, proposes }: Props) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = reason.trim().length < 10;
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['evidence', view.entryId] }),
      client.invalidateQueries({ queryKey: ['decisions'] }),
      client.invalidateQueries({ queryKey: ['result', view.entryId] }),
      client.invalidateQueries({ queryKey: ['verify'] }),
    ]);
  const withdraw = useAct({
    mutationFn: () =>
      api.post<DecisionView>(`/api/decisions/${granted.id}/withdraw`, { reason: reason.trim() }),
    onSuccess: async () => {
      await refresh();
      toast(t(proposes ? 'withdraw.proposed' : 'withdraw.done'));
    },
    // Somebody was faster: show what stands now.
    onError: (error) => {
      if (error instanceof ApiProblem && ['GRANT_NOT_STANDING', 'DECISION_PROPOSED'].includes(error.code))
        void refresh();
    },
  });
  const close = () => {
    withdraw.reset();
    setTried(false);
    onClose();
  };
  const confirm = () => {
    setTried(true);
    if (!isTooShort) withdraw.mutate();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      onConfirm={confirm}
      title={t('withdraw.title', { name: view.candidateName ?? '', grade: granted.grade ?? '' })}
      confirmLabel={t(proposes ? 'withdraw.propose' : 'withdraw.confirm')}
      tone="danger"
      typeToConfirm={granted.credential?.number}
      busy={withdraw.isPending}
      error={withdraw.error}
    >
      <p>{t(proposes ? 'withdraw.proposeText' : 'withdraw.text')}</p>
      <p>{t('withdraw.after')}</p>
      <TextArea
        label={t('withdraw.reason')}
        hint={t('withdraw.reasonHint')}
        maxLength={2000}
        value={reason}
        error={tried && isTooShort ? t('form.reasonFault') : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
