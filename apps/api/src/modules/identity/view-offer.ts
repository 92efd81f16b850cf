import { entryLifecycle, type InvitationView } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Offer = Pick<InvitationView, 'cohortName' | 'seat'>;

/** What somebody is invited to by a cohort: by whom, when, and what is asked; without a seat where there is none to be accepted any more. */
export const viewOffer = async (
  manager: EntityManager,
  { personId, cohortId }: { readonly personId: string; readonly cohortId: string },
): Promise<Offer> => {
  const [found]: [Offer] = await manager.query(
    `SELECT cohort.name AS "cohortName", (
       SELECT jsonb_build_object('institution', institution.name, 'invitedBy', inviter.name, 'title', session.title,
         'role', session.role, 'level', session.level, 'opensAt', to_jsonb(session.opens_at AT TIME ZONE 'UTC') #>> '{}' || 'Z',
         'closesAt', to_jsonb(session.closes_at AT TIME ZONE 'UTC') #>> '{}' || 'Z', 'isOpen', session.opens_at <= clock(), 'answerBy', to_jsonb(entry.answer_by AT TIME ZONE 'UTC') #>> '{}' || 'Z', 'isMock', session.purpose = 'mock',
         'confirms', session.confirms, 'clearances', to_jsonb(session.clearances))
       FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
       JOIN exam_session session ON session.id = entry.exam_session_id LEFT JOIN person inviter ON inviter.id = entry.entered_by
       WHERE enrolment.candidate_id = $1 AND entry.state = ${stateList(entryLifecycle, 'invited')}
         AND (entry.cohort_id = cohort.id OR EXISTS (SELECT FROM cohort_stay stay
           WHERE stay.entry_id = entry.id AND stay.cohort_id = cohort.id)) LIMIT 1) AS seat
     FROM cohort JOIN institution ON institution.id = cohort.institution_id WHERE cohort.id = $2`,
    [personId, cohortId],
  );
  return found;
};
