import type {
  ConflictKind,
  DecidedCase,
  DecisionBlock,
  DecisionQueue,
  UndecidedCase,
} from '@ennead/contracts';
import { dimensions, findConflicts, findNearBoundaries } from '@ennead/domain';
import { instant, type Case } from '../results/case.ts';
import { composeCase, scoresOf, statesOf } from '../results/compose-case.ts';
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
  const conflicts = findConflicts(certifierId, found);
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
    readySince: result.compositeTenThousandths === null ? null : lastScoredAt(found),
    near: isBlind ? [] : findNearBoundaries(rules.scheme.rules, result),
    blocks: [
      ...missingParts(found),
      ...conflicts.map((conflict) => ({ kind: 'conflict' as const, conflict })),
    ],
  };
};

const viewDecided = (certifierId: string, found: Case): DecidedCase => ({
  entryId: found.entryId,
  candidateName: undoesBlindness(findConflicts(certifierId, found)) ? null : found.candidateName,
  role: found.role,
  level: found.level,
  sessionTitle: found.session.title,
  outcome: found.decision!.outcome,
  grade: found.decision!.grade,
  decidedAt: instant(found.decision!.decided_at),
  certifierName: found.certifierName ?? '',
  credentialState: found.credential?.state ?? null,
});

/** Who marks a portfolio must not learn whose it is, in whatever other role they look. */
export const undoesBlindness = (conflicts: readonly ConflictKind[]): boolean =>
  conflicts.includes('assessor') || conflicts.includes('moderator');

const missingParts = (found: Case): DecisionBlock[] => {
  const scores = scoresOf(found);
  const states = statesOf(found);
  return dimensions
    .filter((dimension) => scores[dimension] === null)
    .map((dimension) => ({ kind: 'missing', dimension, state: states[dimension] }));
};

const lastScoredAt = ({ attempt, lab, portfolio }: Case): string =>
  [attempt?.scored_at, lab?.graded_at, portfolio?.scored_at]
    .flatMap((at) => (at ? [instant(at)] : []))
    .sort()
    .at(-1)!;

const byReadiness = (a: UndecidedCase, b: UndecidedCase): number =>
  (a.readySince ?? '~').localeCompare(b.readySince ?? '~');
