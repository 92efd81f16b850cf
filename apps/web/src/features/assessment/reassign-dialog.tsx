import type { AssignedScript } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { reassign } from '../../queries/assessment.ts';
import { useScriptAct } from './use-script-act.ts';

interface Props {
  readonly script: AssignedScript;
  readonly onClose: () => void;
}

/** From whoever has it to somebody else, with the reason. */
export function ReassignDialog({ script, onClose }: Props) {
  const { t } = useTranslation('assessment');
  const reason = useReason(t('reasonFault'));
  const { code, reviewer, reviewId } = script;
  const act = useScriptAct({
    send: (why: string) => reassign(reviewId, why),
    said: () => t('reassign.done', { code }),
    onClose,
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null) act.mutate(why);
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={act.close}
      onConfirm={confirm}
      title={t('reassign.title', { code })}
      confirmLabel={t('reassign.submit')}
      tone="danger"
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('reassign.text', { name: reviewer.name })}</p>
      <TextArea label={t('reassign.reason')} hint={t('reassign.reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
