import type { DecisionBasis, DecisionOutcome, Evidence, LocalizedText } from '@ennead/contracts';
import {
  create,
  type Decision,
  decisions,
  DecisionScore,
  entries,
  type ExperienceCheck,
  vouched,
  transition,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { issueCredential, type Grant, type HeldAgainBy } from '../credentials/issue-credential.ts';
import type { Case } from '../enrolments/case.ts';
import type { Rules } from '../results/schemes.ts';
import { basisOf } from './basis-of.ts';
import { isWithdrawn } from './upon-withdrawn.ts';

/** What a certificate is made from. */
export type Certified = { readonly found: Case; readonly rules: Rules; readonly roleName: LocalizedText };
/** The case as it lies before the certifier. */
export type Brief = Certified & {
  readonly evidence: Evidence;
  /** Whose grade is held again once the one on this entry is taken back, or it is decided anew after that. */
  readonly heldAgain: (Certified & { readonly expiresAt: string | null }) | null;
  /** In force for whoever acted on the case, and for whoever decides. */
  readonly exceptionIds: readonly string[];
};
export type Made = {
  readonly certifierId: string;
  readonly outcome: DecisionOutcome;
  readonly grade: number | null;
  readonly reason: string;
  readonly experience: ExperienceCheck | null;
};

/**
 * Writes the decision, for a grant the credential, and the trail; `manager` is one transaction for all of them. Of a
 * reopened entry the decision that stood gives way.
 */
export const recordDecision = async (manager: EntityManager, brief: Brief, made: Made): Promise<void> => {
  await supersedePresent(manager, brief.found, made.certifierId);
  const values = valuesOf(brief, made);
  const decision = await create(manager, decisions, {
    event: 'decide',
    actorId: made.certifierId,
    guards: { evidence: vouched, 'no-conflict': vouched },
    values: { ...values, effectiveAt: sql`clock()`, notifiedAt: sql`clock()` },
    detail: { outcome: made.outcome, grade: made.grade },
  });
  if (!decision) throw new Error(`${brief.found.entryId} has a decision already`);
  await keepScores(manager, decision.id, values.basis);
  await takeEffect(manager, brief, decision, made.certifierId);
};

/** Writes down what a second person has to confirm; nothing else changes until then. */
export const proposeDecision = async (manager: EntityManager, brief: Brief, made: Made): Promise<void> => {
  const { outcome, grade, certifierId } = made;
  const values = valuesOf(brief, made);
  const proposal = await create(manager, decisions, {
    event: 'propose',
    actorId: certifierId,
    guards: { evidence: vouched, 'no-conflict': vouched },
    values,
    detail: { outcome, grade, near: brief.evidence.near.map(({ kind }) => kind) },
  });
  if (!proposal) throw new Error(`${brief.found.entryId} has a proposal already`);
  await keepScores(manager, proposal.id, values.basis);
};

/** The score records that a decision rests on, once more as rows: the database finds by them which grades rest on which scores. */
export const keepScores = async (
  manager: EntityManager,
  decisionId: string,
  { scoreIds }: DecisionBasis,
): Promise<void> => {
  const rows = scoreIds.map((scoreId) => ({ decisionId, scoreId }));
  if (rows.length > 0) await manager.insert(DecisionScore, rows);
};

/** It takes the place of the decision in effect, where there is one. */
export const valuesOf = ({ found, evidence, exceptionIds }: Brief, made: Made) => ({
  ...made,
  entryId: found.entryId,
  basis: basisOf(found, evidence, made.outcome, exceptionIds),
  schemeHash: evidence.scheme.hash,
  supersedesId: found.decision?.id ?? null,
});

/** The decision in effect, where there is one, gives its place to the next. */
export const supersedePresent = async (
  manager: EntityManager,
  { decision }: Case,
  actorId: string,
): Promise<void> => {
  if (decision) await transition(manager, decisions, decision.id, { event: 'supersede', actorId });
};

/**
 * What follows when a decision takes effect: the entry is decided, and a grant gets its credential. Where a grade was taken back
 * its scores count again from now on, and a better grade of another entry that rests on them is held again.
 */
export const takeEffect = async (
  manager: EntityManager,
  brief: Brief,
  decision: Pick<Decision, 'id' | 'grade'>,
  actorId: string,
): Promise<void> => {
  const { entryId } = brief.found;
  const decided = await transition(manager, entries, entryId, {
    event: 'decide',
    actorId,
    entryId,
    guards: { decision: vouched, begun: sql`entry.first_sat_at IS NOT NULL` },
    detail: { decisionId: decision.id },
  });
  if (!decided) throw new Error(`${entryId} cannot be decided`);
  if (decision.grade !== null) await issueCredential(manager, grantOf(brief, decision, actorId));
  if (isWithdrawn(brief.found) && brief.heldAgain)
    await holdAgain(manager, brief.heldAgain, { decidedAnewId: decision.id }, actorId);
};

/** It was decided, so nobody decides it again: where it is better than what is held it gets a certificate that ends when it would have ended. */
export const holdAgain = async (
  manager: EntityManager,
  { expiresAt, ...certified }: NonNullable<Brief['heldAgain']>,
  by: HeldAgainBy,
  actorId: string,
): Promise<void> => {
  const grant = grantOf(certified, certified.found.decision!, actorId);
  await issueCredential(manager, { ...grant, heldAgain: { by, expiresAt } });
};

/** @param decision the grant that took effect */
const grantOf = (
  { found, rules, roleName }: Certified,
  { id: decisionId, grade }: Pick<Decision, 'id' | 'grade'>,
  actorId: string,
): Grant => ({
  entryId: found.entryId,
  enrolmentId: found.enrolmentId,
  decisionId,
  actorId,
  facts: {
    personName: found.candidateName,
    latinName: found.latinName,
    roleCode: found.role,
    roleName,
    level: found.level,
    levelName: rules.level.name,
    grade: grade!,
    schemeId: rules.scheme.id,
    schemeVersion: rules.scheme.version,
    schemeTitle: rules.scheme.title,
    timeZone: rules.scheme.rules.timeZone,
  },
  rules: rules.scheme.rules,
  satAt: {
    knowledge: found.scores.knowledge?.satAt ?? null,
    skills: found.scores.skills?.satAt ?? null,
    practice: found.scores.practice?.satAt ?? null,
  },
  carriedFrom: found.carried.map(({ fromEntryId }) => fromEntryId),
});
