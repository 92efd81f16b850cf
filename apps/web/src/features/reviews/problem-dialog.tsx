import { reasonLength, type ReviewView, type ScriptProblem } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { reportProblem, reviewQuery } from '../../queries/reviews.ts';

const problems = ['unreadable', 'copied', 'foreign', 'other'] as const satisfies readonly ScriptProblem[];

interface Props {
  readonly view: ReviewView;
  readonly onClose: () => void;
}

/** Something is the matter with a script: its marks wait until somebody has answered. */
export function ProblemDialog({ view, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const act = useAct({
    mutationFn: (body: BodyDraft<'POST /api/reviews/:id/problem'>) => reportProblem(view.id, body),
    onSuccess: async () => {
      await client.invalidateQueries(reviewQuery(view.id));
      toast(t('problem.done'));
      onClose();
    },
  });
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/reviews/:id/problem', {
    shows: ['problem', 'reason'],
    initial: { problem: 'unreadable', reason: '' },
    refusal: act.error,
    onSubmit: act.mutate,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('problem.title', { code: view.code })}
      lead={<p>{t('problem.text')}</p>}
      submitLabel={t('problem.submit')}
      busy={busy || act.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <RadioCards
        legend={t('problem.what')}
        {...choice('problem')}
        cards={problems.map((value) => ({
          value,
          label: t(`common:scriptProblem.${value}`),
          text: t(`problem.about.${value}`),
        }))}
      />
      <TextArea
        label={t('problem.reason')}
        hint={t('problem.reasonHint')}
        rows={3}
        maxLength={reasonLength.most}
        {...field('reason', t('problem.reasonFault'))}
      />
    </FormDialog>
  );
}
