import { reasonLength, type ReviewView, type ScriptProblem } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { reportProblem, reviewQuery } from '../../queries/reviews.ts';
import styles from './reviews.module.css';

const problems = ['unreadable', 'copied', 'foreign', 'other'] as const satisfies readonly ScriptProblem[];

interface Props {
  readonly view: ReviewView;
  readonly onClose: () => void;
}

/** Something is the matter with a script: its marks wait until somebody has answered. */
export function ProblemDialog({ view, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const formId = useId();
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
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={t('problem.title', { code: view.code })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy || act.isPending}>
            {t('problem.submit')}
          </Button>
        </>
      }
    >
      <p>{t('problem.text')}</p>
      <form id={formId} className={styles.form} {...form}>
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
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      </form>
    </Dialog>
  );
}
