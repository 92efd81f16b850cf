export { isEvidenceInDate } from './accommodations/is-evidence-in-date.ts';
export { planGrants, type TimedPart } from './accommodations/plan-grants.ts';
export { may, soleBarsOf, wayIn, waysOf, whyNot } from './access/may.ts';
export {
  policy,
  type Action,
  type Relation,
  type RelationTo,
  type Subject,
  type SubjectOf,
  type Way,
} from './access/policy.ts';
export { rolesToPropose } from './access/roles-to-propose.ts';
export { ownerOf, standingOf, type Standing } from './access/standing.ts';
export { tiedAtMarking, type KnownTie, type LateTie, type SubmittedMarks } from './access/tied-at-marking.ts';
export { barsAt, mayBeLifted, type Bars, type Dated, type Lifted } from './access/ties.ts';
export { missingFor, type Agreement, type Document } from './agreements/missing-for.ts';
export { freeze } from './content/freeze.ts';
export { decodeFiles, encodeFiles } from './content/lab-files.ts';
export { joinItem, splitItem, type ItemPlace } from './content/split-item.ts';
export { joinSuite, splitSuite } from './content/split-suite.ts';
export { canonicalJson } from './hashing/canonical-json.ts';
export { hashBytes, hashContent } from './hashing/hash-content.ts';
export { hashTree, sortTree, type TreeFile } from './hashing/hash-tree.ts';
export { DomainFault, type DomainFaultCode } from './domain-fault.ts';
export type { ItemScore } from './items/item-score.ts';
export { normaliseText } from './items/normalise-text.ts';
export {
  type AttemptScore,
  scoreAttempt,
  scoreCompetencies,
  type ScoredItem,
} from './items/score-attempt.ts';
export { type ItemToScore, scoreKeyedItem, weightOfItem } from './items/score-keyed-item.ts';
export { fitsItem, scoreResponse } from './items/score-response.ts';
export { composeResult, dimensions } from './results/compose-result.ts';
export { matchExpectation } from './labs/match-expectation.ts';
export type { Json } from './labs/json-pointer.ts';
export { labShare } from './labs/lab-share.ts';
export { scoreByPlan } from './labs/score-by-plan.ts';
export { scoreChecks, type CaseOutcomes, type CheckScore } from './labs/score-checks.ts';
export { drawForm, findShortages, type DrawableItem, type Shortage } from './forms/draw-form.ts';
export { seededRandom, shuffle, type Random } from './forms/seeded-random.ts';
export { layOutForm, type ItemToLayOut, type LaidOutItem } from './forms/lay-out-form.ts';
export { makeCredentialNumber } from './credentials/make-number.ts';
export { parseCredentialNumber, type ParsedCredentialNumber } from './credentials/parse-number.ts';
export { scoreReview, type MarksToScore } from './portfolios/score-review.ts';
export { portfolioShare, reviewShare } from './portfolios/portfolio-share.ts';
export { settleReviews, type Settlement } from './portfolios/settle-reviews.ts';
export { mayStillScore, type PartState, type PartToScore } from './decisions/may-still-score.ts';
export { findLifecycleFaults, type LifecycleFault } from './lifecycle/find-lifecycle-faults.ts';
export { birth, move, sourcesOf, stateAfter } from './lifecycle/moves.ts';
export { appealTerm } from './decisions/appeal-term.ts';
export { undecidedStates, waitsForDecision } from './decisions/waits-for-decision.ts';
export { findObstacles, type Decidable } from './decisions/find-obstacles.ts';
export { findPartFaults, type StoredParts } from './decisions/find-part-faults.ts';
export { findNearBoundaries } from './decisions/find-near-boundaries.ts';
export { findDateFaults, type DatedSession } from './time/find-date-faults.ts';
export { isWithinDay } from './time/is-within-day.ts';
export {
  addInZone,
  endOfDay,
  isBefore,
  isTimeZone,
  latestOf,
  startOfDay,
  type Span,
} from './time/zoned-calendar.ts';
export { addFractions, compareFractions, fraction, fractionFromInts } from './scores/fraction.ts';
export { multiplyFractions, toCents, type Fraction } from './scores/fraction.ts';
export { parseFraction, printFraction, type PrintedFraction } from './scores/print-fraction.ts';
export { convert } from './scores/convert.ts';
export { weighParts, type DimensionPart } from './scores/weigh-parts.ts';
export { scoreDimensions, type DimensionScore } from './scores/score-dimensions.ts';
export { weighShares, type WeighedShare } from './scores/weigh-shares.ts';
export type { Entry, EntryDecision } from './tries/entry.ts';
export { heldGrade } from './tries/held-grade.ts';
export { isOpenEntry } from './tries/is-open-entry.ts';
export { judgeEntering, judgeEnteringByChoice, type EnterableSession } from './tries/judge-entering.ts';
export { judgeFreeSitting, type NextFreeSitting } from './tries/judge-free-sitting.ts';
export { judgeNextTry, type NextTry } from './tries/judge-next-try.ts';
export { nextNumber } from './tries/next-number.ts';
export { triesInWindow, type CountedTry } from './tries/tries-in-window.ts';
export type { AllowedEntry, DatedTryRefusal, Refused, TryRefusal } from './tries/try-refusal.ts';
export { usedAt, usesTry } from './tries/uses-try.ts';
export { judgeCarryChoice, type CarryChoice, type CarryChoiceRefusal } from './tries/judge-carry-choice.ts';
export {
  judgeCarryOver,
  type CarryContext,
  type CarryOver,
  type CarryRefusal,
  type DimensionRecord,
  type DimensionSitting,
} from './tries/judge-carry-over.ts';
export { compareGrants, type GrantEffect } from './credentials/compare-grants.ts';
export { credentialStatus, isValidCredential } from './credentials/credential-status.ts';
export { hasExpired } from './credentials/has-expired.ts';
export { satAfter, settleEnd, type Displaced, type GrantTerm } from './credentials/settle-end.ts';
export { isLowered, isRaised, isReachedAgain, type DecidedGrade } from './decisions/compare-grade.ts';
export {
  actNeedsSecondPerson,
  needsSecondPerson,
  type SecondPersonNeed,
} from './decisions/needs-second-person.ts';
export { windowState } from './time/window-state.ts';
export { fillTemplate } from './letters/fill-template.ts';
export { readTemplate, type TemplateFault } from './letters/read-template.ts';
export { hashDetail, hashFact, hashSeal, type SealedFact, type TrailFact } from './trail/hash-trail.ts';
