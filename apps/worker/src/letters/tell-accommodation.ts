import type { LocalizedText } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import type { EntityManager } from 'typeorm';
import type { Teller } from './teller.ts';

type Found = {
  readonly entryId: string;
  readonly candidateId: string;
  readonly session: LocalizedText;
  /** Whoever asked in the candidate's name and manages their cohort still; null where nobody does. */
  readonly managerId: string | null;
  readonly cohortId: string | null;
  readonly cohort: string | null;
};

const find = async (manager: EntityManager, id: string): Promise<Found | undefined> => {
  const [found]: Found[] = await manager.query(
    `SELECT entry.id AS "entryId", enrolment.candidate_id AS "candidateId", session.title AS session,
       asking.id AS "managerId", cohort.id AS "cohortId", cohort.name AS cohort
     FROM accommodation JOIN entry ON entry.id = accommodation.entry_id
     JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN exam_session session ON session.id = entry.exam_session_id
     LEFT JOIN cohort ON cohort.id = entry.cohort_id
     LEFT JOIN person asking ON asking.id = accommodation.asked_by AND asking.id <> enrolment.candidate_id
       AND asking.disabled_at IS NULL AND 'manager' = ANY (asking.roles) AND asking.institution_id = cohort.institution_id
     WHERE accommodation.id = $1`,
    [id],
  );
  return found;
};

/**
 * To the candidate, and to the manager who asked in their name, that an accommodation was answered. Letters name neither the need nor
 * what was approved, and the manager's not whose it is; nor do those to candidates belong to the entry, whose letters the institution sees.
 */
export const tellAccommodation =
  (kind: 'accommodation-granted' | 'accommodation-refused'): Teller =>
  async (manager, _bank, id) => {
    const found = await find(manager, id);
    if (!found) return;
    const { entryId, candidateId, session, managerId, cohortId, cohort } = found;
    await queueMessage(manager, {
      kind,
      to: { personId: candidateId },
      params: { session },
      about: { kind: 'entry', id: entryId },
      once: `${kind}:${id}`,
    });
    if (managerId === null || cohortId === null || cohort === null) return;
    await queueMessage(manager, {
      kind: 'accommodation-answered',
      to: { personId: managerId },
      params: { session, cohort },
      about: { kind: 'cohort', id: cohortId },
      once: `accommodation-answered:${id}`,
    });
  };
