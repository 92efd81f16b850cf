import type { DeskRow } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { endEntry } from '../../queries/desk.ts';
import { useDeskAct } from './use-desk-act.tsx';

interface Props {
  readonly row: DeskRow;
  readonly how: 'turn-down' | 'take-out';
  readonly onClose: () => void;
}

/** Turns an entry down, or withdraws it, with a reason that its candidate reads. */
export function EndEntry({ row: { entryId, name }, how, onClose }: Props) {
  const { t } = useTranslation('desk');
  const reason = useReason(t('reasonFault'));
  const act = useDeskAct({
    send: (why: string) => endEntry(entryId, how, why),
    said: () => t(`${how}.done`, { name }),
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
      title={t(`${how}.title`, { name })}
      confirmLabel={t(`act.${how}`)}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t(`${how}.text`)}</p>
      <TextArea label={t('reason')} hint={t('reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
