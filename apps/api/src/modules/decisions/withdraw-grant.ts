import { entryLifecycle, Refusal } from '@ennead/contracts';
import { isLowered, sourcesOf } from '@ennead/domain';
import { create, decisions, entries, vouched, transition } from '@ennead/persistence';
import { giveUpCarriedFrom } from '@ennead/scoring';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { revokeCredentials } from '../credentials/revoke-credentials.ts';
import type { Case, CaseDecision } from '../enrolments/case.ts';
import {
  holdAgain,
  keepScores,
  supersedePresent,
  valuesOf,
  type Brief,
  type Made,
} from './record-decision.ts';

export type Withdrawal = { readonly certifierId: string; readonly reason: string };

/** @throws Refusal DECISION_PROPOSED; GRANT_NOT_STANDING unless the decision is the grant in effect */
export const findGrant = ({ decision, proposal }: Case, decisionId: string): CaseDecision => {
  if (decision?.id !== decisionId || decision.outcome !== 'grant') throw new Refusal('GRANT_NOT_STANDING');
  if (proposal) throw new Refusal('DECISION_PROPOSED');
  return decision;
};

/** Takes the grade back at once; `manager` is one transaction for all that follows. */
export const withdrawGrant = async (
  manager: EntityManager,
  brief: Brief,
  grant: CaseDecision,
  { certifierId, reason }: Withdrawal,
): Promise<void> => {
  await supersedePresent(manager, brief.found, certifierId);
  const values = valuesOf(brief, asDecision({ certifierId, reason }));
  const withdrawal = await create(manager, decisions, {
    event: 'withdraw',
    actorId: certifierId,
    guards: { 'standing-grant': vouched, 'no-conflict': vouched },
    values: {
      ...values,
      effectiveAt: sql`clock()`,
      notifiedAt: sql`clock()`,
    },
    detail: { grade: grant.grade, reason },
  });
  if (!withdrawal) throw new Error(`The grant of ${brief.found.entryId} still stands`);
  await keepScores(manager, withdrawal.id, values.basis);
  await takeBack(manager, brief, withdrawal, certifierId);
};

/** Writes down what a second person has to confirm; grade and certificate stand until then. */
export const proposeWithdrawal = async (
  manager: EntityManager,
  brief: Brief,
  grant: CaseDecision,
  { certifierId, reason }: Withdrawal,
): Promise<void> => {
  const values = valuesOf(brief, asDecision({ certifierId, reason }));
  const proposal = await create(manager, decisions, {
    event: 'propose-withdrawal',
    actorId: certifierId,
    guards: { 'standing-grant': vouched, 'no-conflict': vouched },
    values,
    detail: { grade: grant.grade, reason },
  });
  if (!proposal) throw new Error(`${brief.found.entryId} has a proposal already`);
  await keepScores(manager, proposal.id, values.basis);
};

const asDecision = (withdrawal: Withdrawal): Made => ({
  ...withdrawal,
  outcome: 'withdraw',
  grade: null,
  experience: null,
});

/**
 * What follows when a withdrawal takes effect: the certificate is revoked, with the withdrawal's reason, and the best grade
 * that another entry still grants is held again. Where the scores still reach the grade, something else was wrong, and they count
 * nowhere else: tries that wait for their first decision give up what they carry over from it. Where they do not, the entry is
 * opened again, so that what they do reach can be decided; until then nothing is granted upon them (`judgeDecision`). So it is
 * where it rested on scores of another try that is taken back.
 */
export const takeBack = async (
  manager: EntityManager,
  { found, evidence: { result, uponWithdrawn }, heldAgain }: Brief,
  { id: decisionId, reason }: { readonly id: string; readonly reason: string },
  actorId: string,
): Promise<void> => {
  const { entryId } = found;
  const granted = found.decision!.grade;
  await revokeCredentials(manager, { entryId, actorId, reason });
  if (heldAgain) await holdAgain(manager, heldAgain, { withdrawalId: decisionId }, actorId);
  if (!isLowered({ granted }, result.grade) && uponWithdrawn.length === 0) {
    await giveUpCarriedFrom(manager, { fromEntryId: entryId, decisionId, actorId });
    return;
  }
  if (!sourcesOf(entryLifecycle, 'reopen').includes(found.state)) return;
  const reopened = await transition(manager, entries, entryId, {
    event: 'reopen',
    actorId,
    guards: { 'grade-changed': vouched },
    detail: {
      decisionId,
      gradeBefore: granted,
      gradeAfter: uponWithdrawn.length > 0 ? null : result.grade,
    },
  });
  if (!reopened) throw new Error(`${entryId} cannot be opened again`);
};
