import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import { useCaseAct } from '../use-case-act.ts';
import { answerProposal, type Answer } from '../../../queries/decisions.ts';
import { withdrawalReach } from './withdrawal-reach.ts';

interface Props {
  readonly view: EvidenceView;
  readonly proposal: DecisionView;
  /** What is about to be answered. */
  readonly answer: Answer;
  readonly onClose: () => void;
}

/** Says what the answer does, and asks for its reason. */
export function AnswerDialog({ view, proposal, answer, onClose }: Props) {
  const { entryId, candidateName } = view;
  const { t } = useTranslation('decisions');
  const kind = proposal.outcome === 'withdraw' ? 'withdrawal' : 'decision';
  const send = useCaseAct(entryId, {
    send: ({ word, why }: { readonly word: Answer; readonly why: string }) =>
      answerProposal(proposal.id, word, why),
    said: ({ word }) => t(word === 'confirm' ? `proposal.confirmed.${kind}` : 'proposal.rejected'),
    onClose,
  });
  const values = { name: candidateName ?? '', grade: gradeOf(proposal) };
  const confirms = answer === 'confirm';
  const reach = withdrawalReach(view);
  const textKey =
    proposal.outcome === 'withdraw'
      ? (`${confirms ? 'confirmText.withdraw' : 'rejectText.withdrawal'}.${reach}` as const)
      : confirms
        ? (`confirmText.${proposal.outcome}` as const)
        : 'rejectText.decision';
  return (
    <ReasonDialog
      onClose={send.close}
      onConfirm={(why) => send.mutate({ word: answer, why })}
      title={t(
        confirms ? `proposal.confirmTitle.${proposal.outcome}` : `proposal.rejectTitle.${kind}`,
        values,
      )}
      confirmLabel={t(confirms ? `proposal.confirm.${kind}` : 'proposal.reject')}
      tone={confirms && kind === 'decision' ? 'primary' : 'danger'}
      act={send}
      reason={{ label: t('proposal.reason'), hint: t('proposal.reasonHint'), fault: t('form.reasonFault') }}
    >
      <p>{t(`proposal.${textKey}`)}</p>
    </ReasonDialog>
  );
}
