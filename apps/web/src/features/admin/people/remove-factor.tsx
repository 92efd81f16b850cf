import type { PersonRecord } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
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
    <ReasonDialog
      onClose={onClose}
      onConfirm={remove.mutate}
      title={t('removeFactor.title', { name: person.name })}
      confirmLabel={t('removeFactor.confirm')}
      tone="danger"
      act={remove}
      reason={{
        label: t('removeFactor.reason'),
        hint: t('removeFactor.reasonHint'),
        fault: t('removeFactor.reasonFault'),
      }}
    >
      <p>{t('removeFactor.text', { name: person.name })}</p>
      {isOwn && <Notice>{t('removeFactor.own')}</Notice>}
    </ReasonDialog>
  );
}
