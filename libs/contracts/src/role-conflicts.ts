import type { Bar, CaseAct, ConflictKind } from './impartiality.ts';
import type { PersonRole } from './vocabulary.ts';

/** What holding a role makes of somebody for the people whom it is held for, and readers for everybody. */
const tieOf: Partial<Record<PersonRole, ConflictKind>> = {
  candidate: 'candidate',
  trainer: 'trainer',
  manager: 'manager',
  assessor: 'assessor',
  moderator: 'moderator',
  certifier: 'reader',
  administrator: 'reader',
};
const actsOf: Partial<Record<PersonRole, readonly CaseAct[]>> = {
  assessor: ['mark'],
  moderator: ['settle'],
  certifier: ['decide'],
  registrar: ['assign', 'excuse'],
  administrator: ['excuse', 'inspect'],
};

/** Two roles of one person, of which the first keeps them from the second with the same candidates, and why. */
export type RoleConflict = {
  readonly role: PersonRole;
  readonly barredAs: PersonRole;
  readonly reason: Bar['reason'];
};

/** What is to be said where roles are given together: each is allowed, but with the same candidates one excludes the other. */
export const findRoleConflicts = (roles: readonly PersonRole[], bars: readonly Bar[]): RoleConflict[] =>
  roles.flatMap((role) =>
    roles.flatMap((barredAs) => {
      const bar =
        role !== barredAs &&
        bars.find(
          ({ tie, from }) => tie === tieOf[role] && from.some((act) => actsOf[barredAs]?.includes(act)),
        );
      return bar ? [{ role, barredAs, reason: bar.reason }] : [];
    }),
  );
