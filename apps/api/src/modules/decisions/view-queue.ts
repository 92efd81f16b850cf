import type { ConflictKind, DecidedCase, DecisionQueue, UndecidedCase } from '@ennead/contracts';
import { findConflicts, findNearBoundaries } from '@ennead/domain';
import { reviewsOf, type Case } from '../enrolments/case.ts';
import { composeCase, missingParts, scoresOf } from '../results/compose-case.ts';
import type { Rules } from '../results/schemes.ts';

export type RuledCase = { readonly found: Case; readonly rules: Rules };

/** Sorts undecided cases for one certifier: what may be decided, what deserves a second look, what must wait. */
export const viewQueue = (
  certifierId: string,
  undecided: readonly RuledCase[],
  decided: readonly Case[],
): DecisionQueue => {
  const cases = undecided.map((one) => viewUndecided(certifierId, one)).sort(byReadiness);
  const open = cases.filter(({ blocks }) => blocks.length === 0);
  return {
    clear: open.filter(({ near }) => near.length === 0),
    nearBoundary: open.filter(({ near }) => near.length > 0),
    blocked: cases.filter(({ blocks }) => blocks.length > 0),
    decided: decided.map((found) => viewDecided(certifierId, found)),
  };
};

const viewUndecided = (certifierId: string, { found, rules }: RuledCase): UndecidedCase => {
  const conflicts = conflictsOf(certifierId, found);
  const isBlind = undoesBlindness(conflicts);
  const result = composeCase(found, rules);
  return {
    entryId: found.entryId,
    candidateName: isBlind ? null : found.candidateName,
    role: found.role,
    level: found.level,
    sessionTitle: found.session.title,
    cohortName: isBlind ? null : found.cohortName,
    scores: isBlind ? null : scoresOf(found),
    compositeTenThousandths: isBlind ? null : result.compositeTenThousandths,
    grade: isBlind ? null : result.grade,
    readySince: found.scores.composite?.at ?? null,
    near: isBlind ? [] : findNearBoundaries(rules.scheme.rules, result),
    blocks: [
      ...missingParts(found).map((part) => ({ kind: 'missing' as const, ...part })),
      ...conflicts.map((conflict) => ({ kind: 'conflict' as const, conflict })),
    ],
  };
};

const viewDecided = (certifierId: string, found: Case): DecidedCase => ({
  entryId: found.entryId,
  candidateName: undoesBlindness(conflictsOf(certifierId, found)) ? null : found.candidateName,
  role: found.role,
  level: found.level,
  sessionTitle: found.session.title,
  outcome: found.decision!.outcome,
  grade: found.decision!.grade,
  decidedAt: found.decision!.decidedAt,
  certifierName: found.decision!.certifierName,
  credentialState: found.credential?.state ?? null,
});

/** Why this certifier may not decide on a case. */
export const conflictsOf = (certifierId: string, found: Case): ConflictKind[] =>
  findConflicts(certifierId, { ...found, reviews: reviewsOf(found) });

/** Who marks a portfolio must not learn whose it is, in whatever other role they look. */
export const undoesBlindness = (conflicts: readonly ConflictKind[]): boolean =>
  conflicts.includes('assessor') || conflicts.includes('moderator');

const byReadiness = (a: UndecidedCase, b: UndecidedCase): number =>
  (a.readySince ?? '~').localeCompare(b.readySince ?? '~');
