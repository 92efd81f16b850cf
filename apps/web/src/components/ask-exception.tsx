import { exceptionDays, type CaseAct, type ExceptionSubject } from '@ennead/contracts';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useReason } from '../lib/form/use-reason.ts';
import { toast } from '../lib/toast.ts';
import { readWhole } from '../lib/whole-number.ts';
import { useAct } from '../lib/use-act.ts';
import { askException } from '../queries/exceptions.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { TextArea, TextField } from './text-field.tsx';

interface Props {
  readonly act: CaseAct;
  readonly subject: ExceptionSubject;
  readonly onClose: () => void;
  readonly onAsked?: () => void;
}

/** Asks for an exception where one has met a bar. */
export function AskException({ act, subject, onClose, onAsked }: Props) {
  const { t } = useTranslation('exceptions');
  const why = useReason(t('ask.fault'));
  const [days, setDays] = useState('7');
  const count = readWhole(days) ?? 0;
  const fits = count >= 1 && count <= exceptionDays;
  const ask = useAct({
    mutationFn: (reason: string) => askException({ act, subject, reason, days: count }),
    onSuccess: () => {
      toast(t('ask.done'));
      onAsked?.();
      onClose();
    },
  });
  const confirm = () => {
    const reason = why.take();
    if (reason !== null && fits) ask.mutate(reason);
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={t('ask.title')}
      confirmLabel={t('ask.submit')}
      busy={ask.isPending}
      error={ask.error}
    >
      <p>{t('ask.text')}</p>
      <TextArea label={t('ask.reason')} {...why.area} />
      <TextField
        label={t('ask.days')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        value={days}
        error={why.tried && !fits ? t('ask.daysFault', { most: exceptionDays }) : null}
        onChange={({ target }) => setDays(target.value)}
      />
    </ConfirmDialog>
  );
}
