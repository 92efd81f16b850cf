import { appointmentProposalLifecycle, type PersonRole } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import type { Message } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const ownOnly: readonly PersonRole[] = ['candidate'];

/**
 * Whether a letter concerns an account that may do more than sit exams, did so once, or is proposed to: as the one it is for, whose address it goes to, or
 * that it is about.
 */
export const isForStaff = async (
  manager: EntityManager,
  { personId, address, aboutKind, aboutId }: Message,
): Promise<boolean> => {
  const about = aboutKind === 'person' ? aboutId : null;
  const [found]: [{ staff: boolean }] = await manager.query(
    `SELECT EXISTS (SELECT FROM person WHERE (id = $2 OR email = lower($3) OR id::text = $4)
       AND (NOT roles <@ $1::text[]
         OR EXISTS (SELECT FROM appointment WHERE person_id = person.id AND role <> ALL ($1::text[]))
         OR EXISTS (SELECT FROM appointment_proposal WHERE person_id = person.id AND state = $5))) AS staff`,
    [ownOnly, personId, address, about, birth(appointmentProposalLifecycle, 'propose')],
  );
  return found.staff;
};
