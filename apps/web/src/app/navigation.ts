import type { PersonRole } from '@ennead/contracts';

export interface NavigationEntry {
  readonly to: string;
  readonly label:
    | 'candidate'
    | 'sessions'
    | 'desk'
    | 'institution'
    | 'reviews'
    | 'adjudications'
    | 'decisions'
    | 'assessment'
    | 'addresses'
    | 'accommodations'
    | 'samePeople'
    | 'admin'
    | 'standard'
    | 'levels'
    | 'verify';
  /** Left out: for everybody. */
  readonly roles?: readonly PersonRole[];
}

const entries: readonly NavigationEntry[] = [
  { to: '/candidate', label: 'candidate', roles: ['candidate'] },
  { to: '/sessions', label: 'sessions', roles: ['candidate'] },
  { to: '/institution', label: 'institution', roles: ['manager', 'trainer'] },
  { to: '/reviews', label: 'reviews', roles: ['assessor'] },
  { to: '/adjudications', label: 'adjudications', roles: ['moderator'] },
  { to: '/decisions', label: 'decisions', roles: ['certifier'] },
  { to: '/desk', label: 'desk', roles: ['registrar'] },
  { to: '/assessment', label: 'assessment', roles: ['registrar', 'administrator'] },
  { to: '/addresses', label: 'addresses', roles: ['registrar'] },
  { to: '/accommodations', label: 'accommodations', roles: ['registrar'] },
  { to: '/same-people', label: 'samePeople', roles: ['registrar', 'administrator'] },
  { to: '/admin', label: 'admin', roles: ['administrator'] },
  { to: '/standard', label: 'standard' },
  { to: '/levels', label: 'levels' },
  { to: '/verify', label: 'verify' },
];

/** What the header offers to somebody with these roles, their own work first. */
export const navigationFor = (roles: readonly PersonRole[]): readonly NavigationEntry[] =>
  entries.filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)));
