export { DomainFault, type DomainFaultCode } from './domain-fault.ts';
export { composeResult, dimensions } from './results/compose-result.ts';
