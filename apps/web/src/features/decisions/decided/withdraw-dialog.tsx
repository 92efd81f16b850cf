import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
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
  const reach = withdrawalReach(view);
  const withdraw = useCaseAct(view.entryId, {
    send: (why: string) => withdrawGrant(granted.id, why),
    said: () => t(proposes ? 'withdraw.proposed' : 'withdraw.done'),
    onClose,
  });
  return (
    <ReasonDialog
      onClose={withdraw.close}
      onConfirm={withdraw.mutate}
      title={t('withdraw.title', { name: view.candidateName ?? '', grade: granted.grade ?? '' })}
      confirmLabel={t(proposes ? 'withdraw.propose' : 'withdraw.confirm')}
      tone="danger"
      typeToConfirm={reach === 'certificate' ? granted.credential?.number : undefined}
      act={withdraw}
      reason={{
        label: t('withdraw.reason'),
        hint: t(`withdraw.reasonHint.${reach}`),
        fault: t('form.reasonFault'),
      }}
    >
      <p>{t(`withdraw.${proposes ? 'proposeText' : 'text'}.${reach}`)}</p>
      <p>{t('withdraw.after')}</p>
      <OtherTries view={view} />
    </ReasonDialog>
  );
}
