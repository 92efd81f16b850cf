import type { ExceptionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { answerException, exceptionsQuery } from '../../queries/exceptions.ts';

interface Props {
  readonly exception: ExceptionView;
  readonly onClose: () => void;
}

/** The second person's answer, with its reason. */
export function AnswerException({ exception: { id, person }, onClose }: Props) {
  const { t } = useTranslation('exceptions');
  const client = useQueryClient();
  const [approves, setApproves] = useState(false);
  const answer = useAct({
    mutationFn: (reason: string) => answerException(id, { approves, reason }),
    onSuccess: (view) => {
      client.setQueryData(exceptionsQuery.queryKey, view);
      toast(t('answer.done'));
      onClose();
    },
  });
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={answer.mutate}
      title={t('answer.title', { name: person.name })}
      confirmLabel={t('answer.submit')}
      act={answer}
      reason={{ label: t('answer.reason'), fault: t('ask.fault') }}
    >
      <p>{t('answer.text')}</p>
      <Checkbox
        label={t('answer.approves')}
        hint={t('answer.approvesHint')}
        checked={approves}
        onChange={({ target }) => setApproves(target.checked)}
      />
    </ReasonDialog>
  );
}
