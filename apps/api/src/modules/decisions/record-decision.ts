import type { CredentialFacts, DecisionOutcome, Evidence, LocalizedText } from '@ennead/contracts';
import {
  create,
  type Decision,
  decisions,
  DecisionScore,
  entries,
  type ExperienceCheck,
  held,
  transition,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { issueCredential } from '../credentials/issue-credential.ts';
import { scoreIdsOf, type Case } from '../enrolments/case.ts';
import type { Rules } from '../results/schemes.ts';
import { basisOf } from './basis-of.ts';

/** The case as it lies before the certifier. */
export type Brief = {
  readonly found: Case;
  readonly evidence: Evidence;
  readonly rules: Rules;
  readonly roleName: LocalizedText;
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
  await supersedeStanding(manager, brief.found, made.certifierId);
  const decision = await create(manager, decisions, {
    event: 'decide',
    actorId: made.certifierId,
    guards: { evidence: held, 'no-conflict': held },
    values: { ...valuesOf(brief, made), effectiveAt: sql`clock()`, notifiedAt: sql`clock()` },
    detail: { outcome: made.outcome, grade: made.grade },
  });
  if (!decision) throw new Error(`${brief.found.entryId} has a decision already`);
  await keepScores(manager, decision.id, brief.found);
  await takeEffect(manager, brief, decision, made.certifierId);
};

/** Writes down what a second person has to confirm; nothing else changes until then. */
export const proposeDecision = async (manager: EntityManager, brief: Brief, made: Made): Promise<void> => {
  const { outcome, grade, certifierId } = made;
  const proposal = await create(manager, decisions, {
    event: 'propose',
    actorId: certifierId,
    guards: { evidence: held, 'no-conflict': held },
    values: valuesOf(brief, made),
    detail: { outcome, grade, near: brief.evidence.near.map(({ kind }) => kind) },
  });
  if (!proposal) throw new Error(`${brief.found.entryId} has a proposal already`);
  await keepScores(manager, proposal.id, brief.found);
};

/** The score records that a decision rests on; it is confirmed only while they are the ones that count. */
export const keepScores = async (manager: EntityManager, decisionId: string, found: Case): Promise<void> => {
  const rows = scoreIdsOf(found).map((scoreId) => ({ decisionId, scoreId }));
  if (rows.length > 0) await manager.insert(DecisionScore, rows);
};

/** It takes the place of the decision in effect, where there is one. */
export const valuesOf = ({ found, evidence }: Brief, made: Made) => ({
  ...made,
  entryId: found.entryId,
  basis: basisOf(found, evidence),
  schemeHash: evidence.scheme.hash,
  supersedesId: found.decision?.id ?? null,
});

/** The decision in effect, where there is one, gives its place to the next. */
export const supersedeStanding = async (
  manager: EntityManager,
  { decision }: Case,
  actorId: string,
): Promise<void> => {
  if (decision) await transition(manager, decisions, decision.id, { event: 'supersede', actorId });
};

/** What follows when a decision takes effect: the entry is decided, and a grant gets its credential. */
export const takeEffect = async (
  manager: EntityManager,
  brief: Brief,
  { id: decisionId, grade }: Pick<Decision, 'id' | 'grade'>,
  actorId: string,
): Promise<void> => {
  const { entryId, enrolmentId, scores } = brief.found;
  const decided = await transition(manager, entries, entryId, {
    event: 'decide',
    actorId,
    entryId,
    guards: { decision: held, begun: sql`entry.first_sat_at IS NOT NULL` },
    detail: { decisionId },
  });
  if (!decided) throw new Error(`${entryId} cannot be decided`);
  if (grade === null) return;
  await issueCredential(manager, {
    entryId,
    enrolmentId,
    decisionId,
    certifierId: actorId,
    facts: factsOf(brief, grade),
    rules: brief.rules.scheme.rules,
    satAt: {
      knowledge: scores.knowledge?.satAt ?? null,
      skills: scores.skills?.satAt ?? null,
      practice: scores.practice?.satAt ?? null,
    },
  });
};

const factsOf = (
  { found, evidence: { scheme }, rules, roleName }: Brief,
  grade: number,
): CredentialFacts => ({
  personName: found.candidateName,
  roleCode: found.role,
  roleName,
  level: found.level,
  levelName: scheme.level.name,
  grade,
  schemeId: scheme.id,
  schemeVersion: scheme.version,
  schemeTitle: scheme.title,
  timeZone: rules.scheme.rules.timeZone,
});
