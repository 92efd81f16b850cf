import { randomBytes } from 'node:crypto';
import type { DecisionBasis, DecisionInput, Evidence } from '@ennead/contracts';
import { makeCredentialNumber } from '@ennead/domain';
import { Credential, Decision, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Case } from '../results/case.ts';

/** Writes the decision, for a grant the credential, and the trail; `manager` is one transaction for all of them. */
export const recordDecision = async (
  manager: EntityManager,
  found: Case,
  evidence: Evidence,
  { certifierId, input, grade }: { certifierId: string; input: DecisionInput; grade: number | null },
): Promise<void> => {
  const { entryId } = found;
  const basis = basisOf(found, evidence);
  const { outcome, reason, experience } = input;
  const decision = await manager.save(
    manager.create(Decision, { entryId, certifierId, outcome, grade, reason, experience, basis }),
  );
  await recordAudit(manager, {
    actorId: certifierId,
    action: 'decision.made',
    subjectKind: 'decision',
    subjectId: decision.id,
    entryId,
    detail: { outcome, grade },
  });
  if (grade !== null) await issue(manager, found, evidence, { certifierId, decisionId: decision.id, grade });
};

const issue = async (
  manager: EntityManager,
  found: Case,
  { scheme }: Evidence,
  { certifierId, decisionId, grade }: { certifierId: string; decisionId: string; grade: number },
): Promise<void> => {
  const credential = await manager.save(
    manager.create(Credential, {
      number: makeCredentialNumber(randomBytes(16)),
      entryId: found.entryId,
      decisionId,
      personName: found.candidateName,
      role: found.role,
      level: found.level,
      grade,
      schemeId: scheme.id,
      schemeVersion: scheme.version,
      state: 'issued',
      issuedBy: certifierId,
    }),
  );
  await recordAudit(manager, {
    actorId: certifierId,
    action: 'credential.issued',
    subjectKind: 'credential',
    subjectId: credential.id,
    entryId: found.entryId,
    detail: { grade },
  });
};

const basisOf = (found: Case, { scheme, result }: Evidence): DecisionBasis => ({
  schemeHash: scheme.hash,
  result,
  attemptId: found.attempt?.id ?? null,
  labSessionId: found.lab?.id ?? null,
  verdictId: found.verdictId,
  portfolioId: found.portfolio?.id ?? null,
  portfolioVersionId: found.version?.id ?? null,
  reviewIds: found.reviews.filter(({ versionId }) => versionId === found.version?.id).map(({ id }) => id),
});
