import type { DecisionInput, DecisionView, EvidenceView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { api } from '../../../lib/api.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from '../case-page.module.css';

interface Props {
  readonly view: EvidenceView;
  readonly grade: number | null;
  /** It takes effect only when a second person confirms it. */
  readonly proposes: boolean;
  /** What is about to be decided; null while nothing is. */
  readonly input: DecisionInput | null;
  readonly onClose: () => void;
}

/** Says what will happen, shows the reason once more, and does it. */
export function ConfirmDecision({ view, grade, proposes, input, onClose }: Props) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const { entryId } = view;
  const name = view.candidateName ?? '';
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['evidence', entryId] }),
      client.invalidateQueries({ queryKey: ['decisions'] }),
      client.invalidateQueries({ queryKey: ['result', entryId] }),
    ]);
  };
  const mutationKey = ['decide', entryId];
  const decide = useAct({
    mutationKey,
    mutationFn: (decision: DecisionInput) =>
      api.post<DecisionView>(`/api/entries/${entryId}/decision`, decision),
    onSuccess: async () => {
      await refresh();
      toast(t(proposes ? 'confirm.proposed' : 'confirm.done'));
    },
    // Somebody was faster: show what was decided instead of the form.
    onError: (error) => {
      if (error instanceof ApiProblem && ['DECISION_MADE', 'DECISION_PROPOSED'].includes(error.code))
        void refresh();
    },
  });
  const close = () => {
    decide.reset();
    onClose();
  };
  const confirm = () => {
    // The second click of a double click comes before the button knows that it is busy.
    if (input && client.isMutating({ mutationKey }) === 0) decide.mutate(input);
  };
  const grants = input?.outcome === 'grant';
  return (
    <ConfirmDialog
      open={input !== null}
      onClose={close}
      onConfirm={confirm}
      title={t(grants ? 'confirm.grantTitle' : 'confirm.refuseTitle', { name, grade: grade ?? '' })}
      confirmLabel={t(proposes ? 'confirm.propose' : grants ? 'confirm.grant' : 'confirm.refuse')}
      tone={grants ? 'primary' : 'danger'}
      busy={decide.isPending}
      error={decide.error}
    >
      <p>{t(proposes ? 'confirm.proposeText' : grants ? 'confirm.grantText' : 'confirm.refuseText')}</p>
      <div className={styles.quoted}>
        <span className={styles.faint}>{t('confirm.reason')}</span>
        <p className={styles.written}>{input?.reason}</p>
      </div>
    </ConfirmDialog>
  );
}
