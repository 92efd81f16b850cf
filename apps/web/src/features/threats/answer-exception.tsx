import type { ExceptionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { answerException, exceptionsQuery } from '../../queries/exceptions.ts';
import styles from './threats.module.css';

interface Props {
  readonly exception: ExceptionView;
  readonly onClose: () => void;
}

/** The second person's answer, with its reason. */
export function AnswerException({ exception: { id, person }, onClose }: Props) {
  const { t } = useTranslation('exceptions');
  const client = useQueryClient();
  const why = useReason(t('ask.fault'));
  const [approves, setApproves] = useState(false);
  const answer = useAct({
    mutationFn: (reason: string) => answerException(id, { approves, reason }),
    onSuccess: (view) => {
      client.setQueryData(exceptionsQuery.queryKey, view);
      toast(t('answer.done'));
      onClose();
    },
  });
  const confirm = () => {
    const reason = why.take();
    if (reason !== null) answer.mutate(reason);
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={t('answer.title', { name: person.name })}
      confirmLabel={t('answer.submit')}
      busy={answer.isPending}
      error={answer.error}
    >
      <div className={styles.form}>
        <p>{t('answer.text')}</p>
        <Checkbox
          label={t('answer.approves')}
          hint={t('answer.approvesHint')}
          checked={approves}
          onChange={({ target }) => setApproves(target.checked)}
        />
        <TextArea label={t('answer.reason')} {...why.area} />
      </div>
    </ConfirmDialog>
  );
}
