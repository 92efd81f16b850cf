import { formatScore, type ReviewView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useAct } from '../../lib/use-act.ts';
import { reviewQuery, reviewQueueQuery, submitReview } from '../../queries/reviews.ts';
import { totalCents } from './total.ts';
import type { Marking } from './use-marks.ts';

interface Props {
  readonly open: boolean;
  readonly view: ReviewView;
  readonly marking: Marking;
  readonly onClose: () => void;
}

/** Asks once, then makes the marks final. */
export function SubmitDialog({ open, view, marking, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const score = formatScore(totalCents(view.rubric, marking.marks));
  const submit = useAct({
    mutationFn: async () => {
      if (!(await marking.flush())) throw new ApiProblem({ status: 0, code: 'NETWORK' });
      return submitReview(view.id);
    },
    onSuccess: (submitted) => {
      client.setQueryData(reviewQuery(view.id).queryKey, submitted);
      void client.invalidateQueries(reviewQueueQuery(view.kind));
      announce(t('submit.done'));
      window.scrollTo({ top: 0 });
      onClose();
      requestAnimationFrame(() => document.getElementById('done')?.focus());
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => submit.mutate()}
      title={t('submit.title', { code: view.code })}
      confirmLabel={t('submit.confirm')}
      busy={submit.isPending}
      error={submit.error}
    >
      <p>{t(view.kind === 'review' ? 'submit.text' : 'submit.textModerator', { score })}</p>
    </ConfirmDialog>
  );
}
