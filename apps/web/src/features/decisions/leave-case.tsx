import { interestNoteLength, type EvidenceView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { TieChoice } from '../../components/tie-choice.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { leaveCase, refreshAfterInterest } from '../../queries/interests.ts';
import { blockedId } from './blocked-case.tsx';

/** The way out of a case whose candidate one knows. */
export function LeaveCase({ view }: { readonly view: EvidenceView }) {
  const { t } = useTranslation('decisions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('leave.open')}</Button>
      {open && <LeaveDialog view={view} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Props {
  readonly view: EvidenceView;
  readonly onClose: () => void;
}

/** Cannot be undone: from then on the page shows why the case is closed. */
function LeaveDialog({ view: { entryId, candidateName }, onClose }: Props) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const act = useAct({
    mutationFn: (body: BodyDraft<'POST /api/entries/:id/interest'>) => leaveCase(entryId, body),
    onSuccess: async () => {
      await refreshAfterInterest(client);
      toast(t('leave.done'));
      // The dialogue has gone with the evidence, and under it nothing takes the focus.
      requestAnimationFrame(() => document.getElementById(blockedId)?.focus());
    },
  });
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/entries/:id/interest', {
    shows: ['tie', 'note'],
    initial: { tie: 'acquaintance', note: '' },
    refusal: act.error,
    onSubmit: act.mutate,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('leave.title', { name: candidateName ?? '' })}
      lead={
        <>
          <p>{t('leave.text')}</p>
          <p>
            <strong>{t('leave.final')}</strong>
          </p>
        </>
      }
      submitLabel={t('leave.submit')}
      tone="danger"
      busy={busy || act.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <TieChoice legend={t('leave.tie')} {...choice('tie')} />
      <TextArea
        label={t('leave.note')}
        hint={t('leave.noteHint')}
        required={false}
        rows={3}
        maxLength={interestNoteLength}
        {...field('note', t('leave.noteFault'))}
      />
    </FormDialog>
  );
}
