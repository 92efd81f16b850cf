import type { LikelyPair } from '@ennead/contracts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { tellApart } from '../../queries/same-people.ts';
import { usePairAct } from './use-pair-act.ts';

interface Props {
  readonly pair: LikelyPair;
  readonly onClose: () => void;
}

export function TellApart({ pair: { one, other }, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const act = usePairAct(tellApart, t('apart.done'), onClose);
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={(why) => act.mutate({ oneId: one.id, otherId: other.id, reason: why })}
      title={t('apart.title')}
      confirmLabel={t('apart.submit')}
      act={act}
      reason={{ label: t('apart.reason'), fault: t('form.reasonFault') }}
    >
      <p>{t('apart.text', { one: one.email, other: other.email })}</p>
    </ReasonDialog>
  );
}
