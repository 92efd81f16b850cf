import type { DecisionInput, EvidenceView } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../case-page.module.css';
import { useCaseAct } from '../use-case-act.ts';
import { decide as sendDecision } from '../../../queries/decisions.ts';

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
  const { entryId } = view;
  const name = view.candidateName ?? '';
  const decide = useCaseAct(entryId, {
    send: (decision: DecisionInput) => sendDecision(entryId, decision),
    said: () => t(proposes ? 'confirm.proposed' : 'confirm.done'),
    onClose,
  });
  const grants = input?.outcome === 'grant';
  return (
    <ConfirmDialog
      open={input !== null}
      onClose={decide.close}
      onConfirm={() => input && decide.mutate(input)}
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
