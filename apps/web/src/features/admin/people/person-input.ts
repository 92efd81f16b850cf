import type { PersonRole } from '@ennead/contracts';

/** All that somebody may be, those who work with candidates first. */
export const personRoles: readonly PersonRole[] = [
  'candidate',
  'trainer',
  'manager',
  'assessor',
  'moderator',
  'certifier',
  'administrator',
];

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const isName = (text: string): boolean => text.trim().length > 0 && text.trim().length <= 80;

/** Without an institution, managers and trainers would find empty pages. */
export const needsInstitution = (roles: readonly PersonRole[]): boolean =>
  roles.includes('manager') || roles.includes('trainer');
