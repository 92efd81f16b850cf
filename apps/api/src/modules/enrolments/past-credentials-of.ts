import type { Certificate } from '@ennead/contracts';
import { credentialStatus } from '@ennead/domain';
import type { Case } from './case.ts';

/** The certificates that came of an entry before the one that it has now, the first one first. */
export const pastCredentialsOf = ({
  certificates,
  credential,
  now,
}: Pick<Case, 'certificates' | 'credential' | 'now'>): Certificate[] =>
  certificates
    .filter(({ number }) => number !== credential?.number)
    .map(({ number, revokedAt, revokedReason, ...past }) => ({
      number,
      status: credentialStatus(past, now),
      revokedAt,
      revokedReason,
    }));
