import type { AboveScoresCase, ConflictKind, DecidedCase, Proposal, UndecidedCase } from '@ennead/contracts';
import { findConflicts, findNearBoundaries } from '@ennead/domain';
import { reviewsOf, type Case } from '../enrolments/case.ts';
import { composeCase, missingParts, scoresOf } from '../results/compose-case.ts';
import type { Rules } from '../results/schemes.ts';

/** An undecided case as one certifier may see it, with what keeps them from deciding it. */
export const viewUndecided = (certifierId: string, found: Case, rules: Rules): UndecidedCase => {
  const conflicts = conflictsOf(certifierId, found);
  const isBlind = undoesBlindness(conflicts);
  const result = composeCase(found, rules);
  return {
    entryId: found.entryId,
    candidateName: isBlind ? null : found.candidateName,
    role: found.role,
    level: found.level,
    number: found.number,
    sessionTitle: found.session.title,
    cohortName: isBlind ? null : found.cohortName,
    scores: isBlind ? null : scoresOf(found),
    compositeTenThousandths: isBlind ? null : result.compositeTenThousandths,
    grade: isBlind ? null : result.grade,
    readySince: found.scores.composite?.at ?? null,
    near: isBlind ? [] : findNearBoundaries(rules.scheme.rules, result),
    proposal: isBlind ? null : viewProposal(found),
    blocks: [
      ...missingParts(found).map((part) => ({ kind: 'missing' as const, ...part })),
      ...conflicts.map((conflict) => ({ kind: 'conflict' as const, conflict })),
      ...(found.proposal?.certifierId === certifierId ? [{ kind: 'second-person' as const }] : []),
    ],
  };
};

const viewProposal = ({ proposal }: Case): Proposal | null =>
  proposal && {
    certifierName: proposal.certifierName,
    outcome: proposal.outcome,
    grade: proposal.grade,
    withdrawnGrade: proposal.withdrawnGrade,
    proposedAt: proposal.decidedAt,
  };

/** A case by the decision that is in effect on it; null without one. */
export const viewDecided = (certifierId: string, found: Case): DecidedCase | null =>
  found.decision && {
    entryId: found.entryId,
    candidateName: undoesBlindness(conflictsOf(certifierId, found)) ? null : found.candidateName,
    role: found.role,
    level: found.level,
    number: found.number,
    sessionTitle: found.session.title,
    outcome: found.decision.outcome,
    grade: found.decision.grade,
    withdrawnGrade: found.decision.withdrawnGrade,
    decidedAt: found.decision.decidedAt,
    certifierName: found.decision.certifierName,
    credentialState: found.credential?.state ?? null,
  };

/** A case by the grade that stands on it and what its scores come to now; null where no grade stands. */
export const viewAboveScores = (certifierId: string, found: Case, rules: Rules): AboveScoresCase | null => {
  if (!found.decision?.grade) return null;
  const isBlind = undoesBlindness(conflictsOf(certifierId, found));
  const { grade, compositeTenThousandths } = composeCase(found, rules);
  return {
    entryId: found.entryId,
    candidateName: isBlind ? null : found.candidateName,
    role: found.role,
    level: found.level,
    number: found.number,
    sessionTitle: found.session.title,
    certifierName: found.decision.certifierName,
    grade: found.decision.grade,
    now: isBlind ? null : { grade, compositeTenThousandths },
    changedAt: found.scores.composite?.at ?? null,
    isProposed: found.proposal !== null,
  };
};

/** Why this certifier may not decide on a case. */
export const conflictsOf = (certifierId: string, found: Case): ConflictKind[] =>
  findConflicts(certifierId, { ...found, reviews: reviewsOf(found) });

/** Who marks a portfolio must not learn whose it is, in whatever other role they look. */
export const undoesBlindness = (conflicts: readonly ConflictKind[]): boolean =>
  conflicts.includes('assessor') || conflicts.includes('moderator');
