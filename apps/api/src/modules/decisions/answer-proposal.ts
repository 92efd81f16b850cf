import { Refusal, type Evidence, type ProposalObstacle } from '@ennead/contracts';
import { Approval, decisions, vouched, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Case, CaseDecision } from '../enrolments/case.ts';
import { isUnchanged } from './basis-of.ts';
import { supersedePresent, takeEffect, type Brief } from './record-decision.ts';
import { takeBack } from './withdraw-grant.ts';

export type SecondWord = { readonly answererId: string; readonly reason: string };

/** @throws Refusal DECISION_NOT_PROPOSED, DECISION_SAME_PERSON */
export const findProposal = ({ proposal }: Case, decisionId: string, answererId: string): CaseDecision => {
  if (proposal?.id !== decisionId) throw new Refusal('DECISION_NOT_PROPOSED');
  if (proposal.certifierId === answererId) throw new Refusal('DECISION_SAME_PERSON');
  return proposal;
};

/** Why it would not be made so any more. */
export const findProposalObstacle = (
  proposal: CaseDecision,
  found: Case,
  evidence: Evidence,
): ProposalObstacle | null => {
  if (!isUnchanged(proposal, found, evidence)) return 'DECISION_CHANGED';
  return proposal.outcome === 'withdraw' ? null : evidence.obstacles[proposal.outcome];
};

/**
 * The second person agrees: the decision takes effect, with all that follows from it.
 *
 * @throws Refusal DECISION_CHANGED, or what stands against it, when it would no longer be made so
 */
export const confirmProposal = async (
  manager: EntityManager,
  brief: Brief,
  proposal: CaseDecision,
  answer: SecondWord,
): Promise<void> => {
  const { evidence, found } = brief;
  const obstacle = findProposalObstacle(proposal, found, evidence);
  if (obstacle) throw new Refusal(obstacle);
  await supersedePresent(manager, found, answer.answererId);
  await addApproval(manager, proposal, answer, 'agree');
  const confirmed = await transition(manager, decisions, proposal.id, {
    event: proposal.outcome === 'withdraw' ? 'confirm-withdrawal' : 'confirm',
    actorId: answer.answererId,
    guards: { 'second-person': bySecondPerson(answer, 'agree'), 'composite-unchanged': vouched },
    set: { effectiveAt: sql`clock()`, notifiedAt: sql`clock()` },
    detail: detailOf(proposal, answer),
  });
  if (!confirmed) throw new Refusal('DECISION_NOT_PROPOSED');
  const follow = proposal.outcome === 'withdraw' ? takeBack : takeEffect;
  await follow(manager, brief, confirmed.row, answer.answererId);
};

/** The second person does not agree: everything is as before the proposal. */
export const rejectProposal = async (
  manager: EntityManager,
  proposal: CaseDecision,
  answer: SecondWord,
): Promise<void> => {
  await addApproval(manager, proposal, answer, 'disagree');
  const rejected = await transition(manager, decisions, proposal.id, {
    event: 'reject',
    actorId: answer.answererId,
    guards: { 'second-person': bySecondPerson(answer, 'disagree') },
    detail: detailOf(proposal, answer),
  });
  if (!rejected) throw new Refusal('DECISION_NOT_PROPOSED');
};

/** A withdrawal's grade is the one that it takes back. */
const detailOf = ({ outcome, grade, withdrawnGrade }: CaseDecision, { reason }: SecondWord) => ({
  outcome,
  grade: grade ?? withdrawnGrade,
  reason,
});

const addApproval = async (
  manager: EntityManager,
  { id, certifierId }: CaseDecision,
  { answererId, reason }: SecondWord,
  answer: Approval['answer'],
): Promise<void> => {
  await manager.insert(Approval, {
    subjectKind: 'decision',
    subjectId: id,
    act: 'confirm',
    askedBy: certifierId,
    answeredBy: answererId,
    answer,
    reason,
  });
};

/** Over the decision's own row: somebody else than its certifier has answered so. */
const bySecondPerson = (
  { answererId }: SecondWord,
  answer: Approval['answer'],
) => sql`decision.certifier_id <> ${answererId}
  AND EXISTS (SELECT FROM approval WHERE subject_kind = 'decision' AND subject_id = decision.id
    AND asked_by = decision.certifier_id AND answered_by = ${answererId} AND answer = ${answer})`;
