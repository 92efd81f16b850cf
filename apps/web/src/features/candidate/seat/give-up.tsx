import type { OwnEntry } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { withdrawEntry } from '../../../queries/entries.ts';
import { useSeatAct } from './use-seat-act.ts';
import type { WayOut } from './way-out.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly how: WayOut;
  readonly onClose: () => void;
}

/** Asks once before somebody gives up their entry, or their place in line. */
export function GiveUp({ entry: { id }, how, onClose }: Props) {
  const { t } = useTranslation('candidate');
  const act = useSeatAct({
    send: () => withdrawEntry(id),
    said: () => t('seat.withdrawn'),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      tone="danger"
      onClose={onClose}
      onConfirm={() => act.mutate()}
      title={t(`seat.${how}Title`)}
      confirmLabel={t(`seat.${how}`)}
      cancelLabel={t(`seat.keep.${how}`)}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t(`seat.${how}Text`)}</p>
    </ConfirmDialog>
  );
}
