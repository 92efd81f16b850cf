import type { DeskRow, SeenKind } from '@ennead/contracts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { withdrawSeen } from '../../queries/desk.ts';
import { useDeskAct } from './use-desk-act.tsx';

interface Props {
  readonly row: DeskRow;
  readonly kind: SeenKind;
  readonly onClose: () => void;
}

/** Takes back what was set down by mistake, with why. */
export function WithdrawSeen({ row: { entryId, name }, kind, onClose }: Props) {
  const { t } = useTranslation('desk');
  const act = useDeskAct({
    send: (reason: string) => withdrawSeen(entryId, { kind, reason }),
    said: () => t('withdraw.done', { name }),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      tone="danger"
      onClose={act.close}
      onConfirm={act.mutate}
      title={t(`withdraw.title.${kind}`, { name })}
      confirmLabel={t(`act.withdraw-${kind}`)}
      act={act}
      reason={{ label: t('reason'), hint: t('withdraw.hint'), fault: t('reasonFault') }}
    >
      <p>{t('withdraw.text')}</p>
    </ReasonDialog>
  );
}
