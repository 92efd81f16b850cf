import type { PersonRole } from '@ennead/contracts';

/** All that somebody may be, those who work with candidates first. */
export const personRoles: readonly PersonRole[] = [
  'candidate',
  'trainer',
  'manager',
  'assessor',
  'moderator',
  'certifier',
  'registrar',
  'administrator',
];
