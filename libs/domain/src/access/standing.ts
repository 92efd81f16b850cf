import type { RelationTo, Subject } from './policy.ts';

/** How a person stands to one subject of a kind that is there; in no relation: as a stranger. */
export type Standing<S extends Subject = Subject> = {
  readonly [K in S]: { readonly on: K; readonly relations: readonly RelationTo[K][] };
}[S];

/** How a person stands to what a row says whose it is. */
export const ownerOf = (
  personId: string,
  { candidateId }: { readonly candidateId: string },
): Standing<'ownership'> => ({ on: 'ownership', relations: candidateId === personId ? ['candidate'] : [] });
