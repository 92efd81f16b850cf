export { DomainFault, type DomainFaultCode } from './domain-fault.ts';
export { composeResult, dimensions } from './results/compose-result.ts';
export { matchExpectation } from './labs/match-expectation.ts';
export type { Json } from './labs/json-pointer.ts';
export { scoreChecks, type CaseOutcomes, type CheckScore } from './labs/score-checks.ts';
