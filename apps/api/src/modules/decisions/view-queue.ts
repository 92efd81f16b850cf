import type { AboveScoresCase, DecidedCase, Proposal, UndecidedCase } from '@ennead/contracts';
import { credentialStatus, findNearBoundaries, may, whyNot, type Standing } from '@ennead/domain';
import type { Caller } from '../../http/caller.ts';
import type { Case } from '../enrolments/case.ts';
import { composeCase, missingParts, scoresOf } from '../results/compose-case.ts';
import type { Rules } from '../results/schemes.ts';

/** A certifier with how they stand to the entry of the case. */
export type Onlooker = Pick<Caller, 'id' | 'roles'> & { readonly standing: Standing<'entry'> };

/** An undecided case as one certifier may see it, with what keeps them from deciding it: with a conflict, no more than the evidence shows. */
export const viewUndecided = (onlooker: Onlooker, found: Case, rules: Rules): UndecidedCase => {
  const conflicts = whyNot(onlooker, 'case.decide', onlooker.standing);
  const isBlind = isBlindTo(onlooker);
  const isBarred = conflicts.length > 0;
  const result = composeCase(found, rules);
  return {
    entryId: found.entryId,
    candidateName: isBlind ? null : found.candidateName,
    role: found.role,
    level: found.level,
    number: found.number,
    sessionTitle: found.session.title,
    cohortName: isBlind ? null : found.cohortName,
    scores: isBarred ? null : scoresOf(found),
    compositeTenThousandths: isBarred ? null : result.compositeTenThousandths,
    grade: isBarred ? null : result.grade,
    readySince: found.scores.composite?.at ?? null,
    near: isBarred ? [] : findNearBoundaries(rules.scheme.rules, result),
    proposal: isBarred ? null : viewProposal(found),
    blocks: [
      ...missingParts(found).map((part) => ({ kind: 'missing' as const, ...part })),
      ...conflicts.map((conflict) => ({ kind: 'conflict' as const, conflict })),
      ...(found.proposal?.certifierId === onlooker.id ? [{ kind: 'second-person' as const }] : []),
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
export const viewDecided = (onlooker: Onlooker, found: Case): DecidedCase | null =>
  found.decision && {
    entryId: found.entryId,
    candidateName: isBlindTo(onlooker) ? null : found.candidateName,
    role: found.role,
    level: found.level,
    number: found.number,
    sessionTitle: found.session.title,
    outcome: found.decision.outcome,
    grade: found.decision.grade,
    withdrawnGrade: found.decision.withdrawnGrade,
    decidedAt: found.decision.decidedAt,
    certifierName: found.decision.certifierName,
    credentialStatus: found.credential && credentialStatus(found.credential, found.now),
  };

/** A case by the grade that stands on it and what its scores come to now; null where no grade stands. */
export const viewAboveScores = (onlooker: Onlooker, found: Case, rules: Rules): AboveScoresCase | null => {
  if (!found.decision?.grade) return null;
  const isBlind = isBlindTo(onlooker);
  const isBarred = !may(onlooker, 'case.decide', onlooker.standing);
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
    now: isBarred ? null : { grade, compositeTenThousandths },
    changedAt: found.scores.composite?.at ?? null,
    isProposed: !isBarred && found.proposal !== null,
  };
};

const isBlindTo = (onlooker: Onlooker): boolean => !may(onlooker, 'case.identify', onlooker.standing);
