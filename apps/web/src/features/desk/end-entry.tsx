import type { DeskRow } from '@ennead/contracts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
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
  const act = useDeskAct({
    send: (why: string) => endEntry(entryId, how, why),
    said: () => t(`${how}.done`, { name }),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      tone="danger"
      onClose={act.close}
      onConfirm={act.mutate}
      title={t(`${how}.title`, { name })}
      confirmLabel={t(`act.${how}`)}
      act={act}
      reason={{ label: t('reason'), hint: t('reasonHint'), fault: t('reasonFault') }}
    >
      <p>{t(`${how}.text`)}</p>
    </ReasonDialog>
  );
}
