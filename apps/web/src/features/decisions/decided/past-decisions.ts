import type { DecisionRecord, EvidenceView } from '@ennead/contracts';

type View = Pick<EvidenceView, 'decision' | 'proposal' | 'isOpen'> & {
  readonly evidence: { readonly decisions: readonly DecisionRecord[] } | null;
};

/**
 * The decisions that the last step of a case does not show: superseded ones, rejected proposals, and the one in effect
 * while something else is proposed or decided, the first one first.
 */
export function pastDecisions({ decision, proposal, isOpen, evidence }: View): readonly DecisionRecord[] {
  const shown = proposal ?? (isOpen ? null : decision);
  return (evidence?.decisions ?? []).filter(({ id }) => id !== shown?.id);
}
