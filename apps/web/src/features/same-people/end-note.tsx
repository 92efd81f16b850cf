import type { SamePersonNote } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { endSamePerson } from '../../queries/same-people.ts';
import { usePairAct } from './use-pair-act.ts';

interface Props {
  readonly note: SamePersonNote;
  readonly onClose: () => void;
}

export function EndNote({ note: { id, kept, other }, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const reason = useReason(t('form.reasonFault'));
  const act = usePairAct((why: string) => endSamePerson(id, { reason: why }), t('end.done'), onClose);
  const confirm = () => {
    const why = reason.take();
    if (why !== null) act.mutate(why);
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={t('end.title')}
      confirmLabel={t('end.submit')}
      tone="danger"
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('end.text', { kept: kept.email, other: other.email })}</p>
      <TextArea label={t('end.reason')} {...reason.area} />
    </ConfirmDialog>
  );
}
