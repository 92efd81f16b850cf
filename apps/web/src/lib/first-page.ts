import type { PersonRole } from '@ennead/contracts';

const firstPages: readonly (readonly [PersonRole, string])[] = [
  ['candidate', '/candidate'],
  ['manager', '/institution'],
  ['trainer', '/institution'],
  ['assessor', '/reviews'],
  ['moderator', '/adjudications'],
  ['certifier', '/decisions'],
  ['registrar', '/desk'],
  ['administrator', '/admin'],
];

/** Where a person of these roles begins: the first role of the table that they hold. */
export function firstPage(roles: readonly PersonRole[]): string {
  return firstPages.find(([role]) => roles.includes(role))?.[1] ?? '/account';
}
