import type {
  CredentialFacts,
  DecisionBasis,
  DecisionInput,
  Evidence,
  LocalizedText,
} from '@ennead/contracts';
import { create, decisions, DecisionScore, entries, held, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { issueCredential } from '../credentials/issue-credential.ts';
import { scoreIdsOf, type Case } from '../enrolments/case.ts';

type Made = { certifierId: string; input: DecisionInput; grade: number | null; roleName: LocalizedText };

/** Writes the decision, for a grant the credential, and the trail; `manager` is one transaction for all of them. */
export const recordDecision = async (
  manager: EntityManager,
  found: Case,
  evidence: Evidence,
  { certifierId, input: { outcome, reason, experience }, grade, roleName }: Made,
): Promise<void> => {
  const { entryId, enrolmentId } = found;
  // The one before stands until this moment, and never beside its successor.
  if (found.decision)
    await transition(manager, decisions, found.decision.id, {
      event: 'supersede',
      actorId: certifierId,
      entryId,
    });
  const decision = await create(manager, decisions, {
    event: 'decide',
    actorId: certifierId,
    guards: { evidence: held, 'no-conflict': held },
    values: {
      entryId,
      certifierId,
      outcome,
      grade,
      reason,
      experience,
      basis: basisOf(found, evidence),
      schemeHash: evidence.scheme.hash,
      supersedesId: found.decision?.id ?? null,
      effectiveAt: sql`clock()`,
      notifiedAt: sql`clock()`,
    },
    detail: { outcome, grade },
  });
  if (!decision) throw new Error(`${entryId} has a decision already`);
  const scoreIds = scoreIdsOf(found);
  if (scoreIds.length > 0)
    await manager.insert(
      DecisionScore,
      scoreIds.map((scoreId) => ({ decisionId: decision.id, scoreId })),
    );
  await transition(manager, entries, entryId, {
    event: 'decide',
    actorId: certifierId,
    entryId,
    guards: { decision: held },
    detail: { decisionId: decision.id },
  });
  if (grade === null) return;
  const facts = factsOf(found, evidence, grade, roleName);
  await issueCredential(manager, { entryId, enrolmentId, decisionId: decision.id, certifierId, facts });
};

const factsOf = (
  found: Case,
  { scheme }: Evidence,
  grade: number,
  roleName: LocalizedText,
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
});

const basisOf = ({ parts, scores }: Case, { scheme, result }: Evidence): DecisionBasis => {
  const portfolios = parts.flatMap(({ portfolio }) => portfolio ?? []);
  return {
    schemeHash: scheme.hash,
    result,
    attemptIds: parts.flatMap(({ attempt }) => attempt?.id ?? []),
    labSessionIds: parts.flatMap(({ lab }) => lab?.id ?? []),
    verdictIds: parts.flatMap(({ lab }) => lab?.verdictId ?? []),
    portfolioVersionIds: portfolios.flatMap(({ version }) => version?.id ?? []),
    reviewIds: portfolios.flatMap(({ version, reviews }) =>
      reviews.filter(({ versionId }) => versionId === version?.id).map(({ id }) => id),
    ),
    scoreIds: scoreIdsOf({ parts, scores }),
  };
};
