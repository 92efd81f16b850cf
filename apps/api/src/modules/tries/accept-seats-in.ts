import { entryLifecycle, Refusal, type Scheme } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { acceptSeat } from './accept-seat.ts';

/**
 * Whoever opens an account by a cohort's invitation says yes to the seat that it is for. Where that can be had no longer, the account
 * opens all the same, and the page says why there is no seat.
 *
 * @param scheme in force now
 */
export const acceptSeatsIn = async (
  manager: EntityManager,
  { personId, cohortId }: { readonly personId: string; readonly cohortId: string },
  scheme: Scheme,
): Promise<void> => {
  const seats: { id: string }[] = await manager.query(
    `SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id = $1 AND (entry.cohort_id = $2 OR EXISTS (
         SELECT FROM cohort_stay stay WHERE stay.entry_id = entry.id AND stay.cohort_id = $2)) AND entry.state = ANY ($3) ORDER BY entry.id`,
    [personId, cohortId, sourcesOf(entryLifecycle, 'accept')],
  );
  for (const { id } of seats)
    try {
      await acceptSeat(manager, id, scheme);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
};
