import { createHash } from 'node:crypto';

/** Crockford's 32 characters: no I, L, O, U, which could be misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code under which reviewers speak of a submission, such as P-7F3K. It follows from its random id alone. */
export const anonymousCode = (portfolioVersionId: string): string => {
  const bytes = createHash('sha256').update(`review ${portfolioVersionId}`).digest();
  return `P-${[...bytes.subarray(0, 4)].map((byte) => alphabet[byte % 32]).join('')}`;
};
