import type { LikelyPair } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { tellApart } from '../../queries/same-people.ts';
import { usePairAct } from './use-pair-act.ts';

interface Props {
  readonly pair: LikelyPair;
  readonly onClose: () => void;
}

export function TellApart({ pair: { one, other }, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const reason = useReason(t('form.reasonFault'));
  const act = usePairAct(tellApart, t('apart.done'), onClose);
  const confirm = () => {
    const why = reason.take();
    if (why !== null) act.mutate({ oneId: one.id, otherId: other.id, reason: why });
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={t('apart.title')}
      confirmLabel={t('apart.submit')}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('apart.text', { one: one.email, other: other.email })}</p>
      <TextArea label={t('apart.reason')} {...reason.area} />
    </ConfirmDialog>
  );
}
