import type { Certificate } from '@ennead/contracts';
import type { Case } from './case.ts';

/** The certificates that came of an entry before the one that it has now, the first one first. */
export const pastCredentialsOf = ({
  certificates,
  credential,
}: Pick<Case, 'certificates' | 'credential'>): Certificate[] =>
  certificates.filter(({ number }) => number !== credential?.number);
