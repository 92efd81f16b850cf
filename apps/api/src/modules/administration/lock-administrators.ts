import { Refusal } from '@ennead/contracts';
import { Person } from '@ennead/persistence';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

/**
 * Changes of people follow one another while there are few who make them: two administrators who each take the role
 * from the other, or from themselves, would leave nobody.
 *
 * @throws Refusal FORBIDDEN for whoever is no administrator any more since the change before
 */
export const lockAdministrators = async (
  manager: EntityManager,
  { id }: Pick<Caller, 'id'>,
): Promise<void> => {
  await manager.query(
    `SELECT FROM person WHERE 'administrator' = ANY (roles) AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
  );
  const asks = await manager.findOneBy(Person, { id, disabledAt: IsNull() });
  if (!asks?.roles.includes('administrator')) throw new Refusal('FORBIDDEN');
};
