import type { SamePersonNote } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { agreeToSamePerson, turnDownSamePerson } from '../../queries/same-people.ts';
import { Entries } from './entries.tsx';
import { usePairAct } from './use-pair-act.ts';

export type Answer = 'agree' | 'turnDown';

interface Props {
  readonly note: SamePersonNote;
  readonly answer: Answer;
  readonly onClose: () => void;
}

const sends = { agree: agreeToSamePerson, turnDown: turnDownSamePerson };

/** The second person's word on a note: it is given once. */
export function AnswerNote({ note: { id, kept, other, reason: seen, notedBy }, answer, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const reason = useReason(t('form.reasonFault'));
  const act = usePairAct((why: string) => sends[answer](id, { reason: why }), t(`${answer}.done`), onClose);
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
      title={t(`${answer}.title`)}
      confirmLabel={t(`${answer}.submit`)}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('waiting.said', { name: notedBy, reason: seen })}</p>
      <p>{t(`${answer}.text`, { kept: kept.email, other: other.email })}</p>
      <TextArea label={t(`${answer}.reason`)} {...reason.area} />
      <Entries error={act.error} />
    </ConfirmDialog>
  );
}
