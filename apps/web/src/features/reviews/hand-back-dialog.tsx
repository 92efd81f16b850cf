import { reasonLength, type ReviewView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { TieChoice } from '../../components/tie-choice.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { handBack } from '../../queries/reviews.ts';
import { listPath } from './use-kind.ts';
import type { Marking } from './use-marks.ts';

interface Props {
  readonly view: ReviewView;
  readonly marking: Marking;
  readonly onClose: () => void;
}

/** "I know this person": the script goes to somebody else, and what was marked of it is gone. */
export function HandBackDialog({ view, marking, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useAct({
    mutationFn: (body: BodyDraft<'POST /api/reviews/:id/hand-back'>) => handBack(view.id, body),
    onSuccess: async () => {
      marking.abandon();
      // It is asked anew where it is shown next; here there is nothing left to show.
      void client.invalidateQueries({ refetchType: 'none' });
      toast(t('handBack.done', { code: view.code }));
      await navigate(listPath[view.kind]);
    },
  });
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/reviews/:id/hand-back', {
    shows: ['tie', 'reason'],
    initial: { tie: 'acquaintance', reason: '' },
    refusal: act.error,
    onSubmit: act.mutate,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('handBack.title', { code: view.code })}
      lead={
        <>
          <p>{t('handBack.text')}</p>
          <p>{t('handBack.marks')}</p>
        </>
      }
      submitLabel={t('handBack.submit')}
      tone="danger"
      busy={busy || act.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <TieChoice legend={t('handBack.tie')} {...choice('tie')} />
      <TextArea
        label={t('handBack.reason')}
        hint={t('handBack.reasonHint')}
        rows={3}
        maxLength={reasonLength.most}
        {...field('reason', t('handBack.reasonFault'))}
      />
    </FormDialog>
  );
}
