import type { PersonRecord } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useReason } from '../../../lib/form/use-reason.ts';
import { useFormat } from '../../../lib/format.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useMe } from '../../../queries/me.ts';
import { answerAppointment, peopleList } from '../../../queries/people.ts';
import { Notice } from '../notice.tsx';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** The second administrator's word on a role that was proposed. */
export function AnswerAppointment({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const client = useQueryClient();
  const me = useMe().person?.id;
  const reason = useReason(t('excuse.reasonFault'));
  const proposal = person.proposedRoles[0]!;
  const isOwn = me === person.id || me === proposal.askedBy.id;
  const send = useAct({
    mutationFn: ({ answer, why }: { readonly answer: 'agree' | 'reject'; readonly why: string }) =>
      answerAppointment(proposal.id, answer, why),
    onSuccess: async (_, { answer }) => {
      await client.invalidateQueries({ queryKey: peopleList.queryKey });
      toast(t(answer === 'agree' ? 'appointment.agreed' : 'appointment.rejected'));
      onClose();
    },
  });
  const give = (answer: 'agree' | 'reject') => {
    const why = reason.take();
    if (why !== null) send.mutate({ answer, why });
  };
  return (
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={t('appointment.title', { name: person.name, role: t(`common:person.${proposal.role}`) })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          {!isOwn && (
            <>
              <Button tone="danger" busy={send.isPending} onClick={() => give('reject')}>
                {t('appointment.reject')}
              </Button>
              <Button tone="primary" busy={send.isPending} onClick={() => give('agree')}>
                {t('appointment.agree')}
              </Button>
            </>
          )}
        </>
      }
    >
      <p>
        {t('appointment.text', {
          name: person.name,
          asker: proposal.askedBy.name,
          date: format.dateTime(proposal.askedAt),
        })}
      </p>
      {isOwn ? (
        <Notice>{t('appointment.own')}</Notice>
      ) : (
        <TextArea label={t('appointment.reason')} hint={t('appointment.reasonHint')} {...reason.area} />
      )}
      {send.error && <ErrorState error={send.error} inline />}
    </Dialog>
  );
}
