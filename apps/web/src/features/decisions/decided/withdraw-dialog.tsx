import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { withdrawGrant } from '../../../queries/decisions.ts';
import { OtherTries } from './other-tries.tsx';
import { withdrawalReach } from './withdrawal-reach.ts';
import { useCaseAct } from '../use-case-act.ts';

interface Props {
  readonly onClose: () => void;
  readonly view: EvidenceView;
  readonly granted: DecisionView;
  /** It takes effect only when a second person confirms it. */
  readonly proposes: boolean;
}

/** Cannot be undone: asks for the reason, which the public reads, and for the certificate's number to be typed. */
export function WithdrawDialog({ onClose, view, granted, proposes }: Props) {
  const { t } = useTranslation('decisions');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reach = withdrawalReach(view);
  const isTooShort = reason.trim().length < 10;
  const withdraw = useCaseAct(view.entryId, {
    send: () => withdrawGrant(granted.id, reason.trim()),
    said: () => t(proposes ? 'withdraw.proposed' : 'withdraw.done'),
    onClose,
  });
  const confirm = () => {
    setTried(true);
    if (!isTooShort) withdraw.mutate();
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={withdraw.close}
      onConfirm={confirm}
      title={t('withdraw.title', { name: view.candidateName ?? '', grade: granted.grade ?? '' })}
      confirmLabel={t(proposes ? 'withdraw.propose' : 'withdraw.confirm')}
      tone="danger"
      typeToConfirm={reach === 'certificate' ? granted.credential?.number : undefined}
      busy={withdraw.isPending}
      error={withdraw.error}
    >
      <p>{t(`withdraw.${proposes ? 'proposeText' : 'text'}.${reach}`)}</p>
      <p>{t('withdraw.after')}</p>
      <OtherTries view={view} />
      <TextArea
        label={t('withdraw.reason')}
        hint={t(`withdraw.reasonHint.${reach}`)}
        maxLength={2000}
        value={reason}
        error={tried && isTooShort ? t('form.reasonFault') : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
