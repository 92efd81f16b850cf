import type { AssignedScript } from '@ennead/contracts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { reassign } from '../../queries/assessment.ts';
import { useScriptAct } from './use-script-act.ts';

interface Props {
  readonly script: AssignedScript;
  readonly onClose: () => void;
}

/** From whoever has it to somebody else, with the reason. */
export function ReassignDialog({ script, onClose }: Props) {
  const { t } = useTranslation('assessment');
  const { code, reviewer, reviewId } = script;
  const act = useScriptAct({
    send: (why: string) => reassign(reviewId, why),
    said: () => t('reassign.done', { code }),
    onClose,
  });
  return (
    <ReasonDialog
      onClose={act.close}
      onConfirm={act.mutate}
      title={t('reassign.title', { code })}
      confirmLabel={t('reassign.submit')}
      tone="danger"
      act={act}
      reason={{ label: t('reassign.reason'), hint: t('reassign.reasonHint'), fault: t('reasonFault') }}
    >
      <p>{t('reassign.text', { name: reviewer.name })}</p>
    </ReasonDialog>
  );
}
