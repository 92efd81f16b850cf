import { createHash } from 'node:crypto';

/** Crockford's 32 characters: no I, L, O, U, which could be misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code of a script, such as P-7F3K, which follows from its random id alone: that of the review, so that two who mark the same do not
 * know it by that; of the submission only where nobody has it yet.
 */
export const anonymousCode = (id: string): string => {
  const bytes = createHash('sha256').update(`review ${id}`).digest();
  return `P-${[...bytes.subarray(0, 4)].map((byte) => alphabet[byte % 32]).join('')}`;
};
