/** What a grant makes: a first credential, one in the place of the held one, or no more than its own record. */
export type GrantEffect = 'issue' | 'supersede' | 'record';

/**
 * What a grant makes of the grade held in the same level: the better grade stands; an equal or lower one is decided and
 * kept on record, and no credential comes of it. A renewal is no matter of this: it opens a term of its own.
 *
 * @param held grade of the credential that is issued and has not ended; null where there is none
 */
export function compareGrants(held: number | null, granted: number): GrantEffect {
  if (held === null) return 'issue';
  return granted > held ? 'supersede' : 'record';
}
