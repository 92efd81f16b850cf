import { hashContent } from '../hashing/hash-content.ts';

/** A row of the audit trail as it is sealed: all of it but what stands in its detail. */
export type TrailFact = {
  readonly id: string;
  /** In UTC with microseconds, as the database keeps it: `2026-11-28T08:00:00.123456Z`. */
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly entryId: string | null;
};

/** What the seal of one row says of it: its hash goes with the number of the row. */
export type SealedFact = { readonly id: string; readonly hash: string };

/**
 * SHA-256 of a row's detail with its salt. Detail is often short and easily guessed; once the salt is erased with it,
 * nobody can try guesses against the hash that stays.
 */
export const hashDetail = (salt: string | null, detail: unknown): string => hashContent({ salt, detail });

/** SHA-256 of a row: of its detail no more than the hash, so that the row can be checked after that was erased. */
export const hashFact = (
  { id, at, actorId, action, subjectKind, subjectId, entryId }: TrailFact,
  detailHash: string,
): string => hashContent({ id, at, actorId, action, subjectKind, subjectId, entryId, detailHash });

/**
 * SHA-256 of a seal: of what it covers, and of the seal before it, so that none can be changed, left out or put in between
 * without changing all that follow.
 *
 * @param facts by the number of the row, least first
 */
export const hashSeal = (
  seal: { readonly number: number; readonly previousHash: string | null; readonly at: string },
  facts: readonly SealedFact[],
): string =>
  hashContent({
    number: seal.number,
    previousHash: seal.previousHash,
    at: seal.at,
    facts: facts.map(({ id, hash }) => [id, hash]),
  });
