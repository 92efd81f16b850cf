import type { SamePersonNote } from '@ennead/contracts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { endSamePerson } from '../../queries/same-people.ts';
import { usePairAct } from './use-pair-act.ts';

interface Props {
  readonly note: SamePersonNote;
  readonly onClose: () => void;
}

export function EndNote({ note: { id, kept, other }, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const act = usePairAct((why: string) => endSamePerson(id, { reason: why }), t('end.done'), onClose);
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={act.mutate}
      title={t('end.title')}
      confirmLabel={t('end.submit')}
      tone="danger"
      act={act}
      reason={{ label: t('end.reason'), fault: t('form.reasonFault') }}
    >
      <p>{t('end.text', { kept: kept.email, other: other.email })}</p>
    </ReasonDialog>
  );
}
