import { isMereCandidate, type Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * Whether links to somebody's account go to their mailbox alone and pass through nobody's hands: of whoever has, is to have or
 * ever had other rights than a candidate's. Else one administrator could be any second person; taking a role away first,
 * and giving it back, opens no way round.
 */
export const isReachedByMailOnly = async (
  manager: EntityManager,
  person: Pick<Person, 'id' | 'roles'>,
): Promise<boolean> => {
  if (!(await isMereCandidate(manager, person))) return true;
  const [found]: [{ was: boolean }] = await manager.query(
    `SELECT EXISTS (SELECT FROM appointment WHERE person_id = $1 AND role <> 'candidate') AS was`,
    [person.id],
  );
  return found.was;
};
