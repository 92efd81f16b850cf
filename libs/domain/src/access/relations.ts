import type { Relation } from './policy.ts';

/** How a person stands to something of which only its candidate matters and is known. */
export const asCandidate = (
  personId: string,
  { candidateId }: { readonly candidateId: string },
): Relation[] => (candidateId === personId ? ['candidate'] : []);
