export { DomainFault, type DomainFaultCode } from './domain-fault.ts';
export type { ItemOutcome, ItemScore } from './items/item-score.ts';
export { normaliseText } from './items/normalise-text.ts';
export { type AttemptScore, scoreAttempt, type ScoredItem } from './items/score-attempt.ts';
export { fitsItem, scoreResponse } from './items/score-response.ts';
export { composeResult, dimensions } from './results/compose-result.ts';
export { matchExpectation } from './labs/match-expectation.ts';
export type { Json } from './labs/json-pointer.ts';
export { scoreChecks, type CaseOutcomes, type CheckScore } from './labs/score-checks.ts';
