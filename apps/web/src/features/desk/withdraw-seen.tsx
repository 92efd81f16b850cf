import type { DeskRow, SeenKind } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
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
  const reason = useReason(t('reasonFault'));
  const act = useDeskAct({
    send: (why: string) => withdrawSeen(entryId, { kind, reason: why }),
    said: () => t('withdraw.done', { name }),
    onDone: onClose,
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null) act.mutate(why);
  };
  return (
    <ConfirmDialog
      open
      keepsInput
      tone="danger"
      onClose={act.close}
      onConfirm={confirm}
      title={t(`withdraw.title.${kind}`, { name })}
      confirmLabel={t(`act.withdraw-${kind}`)}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('withdraw.text')}</p>
      <TextArea label={t('reason')} hint={t('withdraw.hint')} {...reason.area} />
    </ConfirmDialog>
  );
}
