import type { PersonRole } from '@ennead/contracts';
import type { Message } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const ownOnly: readonly PersonRole[] = ['candidate'];

/**
 * Whether a letter concerns an account that may do more than sit exams: as the one it is for, whose address it goes to, or
 * that it is about.
 */
export const isForStaff = async (
  manager: EntityManager,
  { personId, address, aboutKind, aboutId }: Message,
): Promise<boolean> => {
  const about = aboutKind === 'person' ? aboutId : null;
  const [found]: [{ staff: boolean }] = await manager.query(
    `SELECT EXISTS (SELECT FROM person WHERE NOT roles <@ $1::text[]
       AND (id = $2 OR email = lower($3) OR id::text = $4)) AS staff`,
    [ownOnly, personId, address, about],
  );
  return found.staff;
};
