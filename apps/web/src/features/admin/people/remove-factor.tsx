import type { PersonRecord } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useReason } from '../../../lib/form/use-reason.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useMe } from '../../../queries/me.ts';
import { peopleList, removeSecondFactor } from '../../../queries/people.ts';
import { Notice } from '../notice.tsx';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** For somebody whose app and recovery codes are lost. */
export function RemoveFactor({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const me = useMe();
  const reason = useReason(t('removeFactor.reasonFault'));
  const isOwn = me.person?.id === person.id;
  const remove = useAct({
    mutationFn: (why: string) => removeSecondFactor(person.id, { reason: why }),
    onSuccess: async ({ removed }) => {
      await client.invalidateQueries({ queryKey: peopleList.queryKey });
      toast(t(removed === 'at-once' ? 'removeFactor.done' : 'removeFactor.sent', { name: person.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={() => {
        const why = reason.take();
        if (why !== null) remove.mutate(why);
      }}
      title={t('removeFactor.title', { name: person.name })}
      confirmLabel={t('removeFactor.confirm')}
      tone="danger"
      busy={remove.isPending}
      error={remove.error}
    >
      <p>{t('removeFactor.text', { name: person.name })}</p>
      {isOwn && <Notice>{t('removeFactor.own')}</Notice>}
      <TextArea label={t('removeFactor.reason')} hint={t('removeFactor.reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
