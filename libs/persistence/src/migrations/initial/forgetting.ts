import { appointmentProposalLifecycle, entryLifecycle, fallenEntryStates } from '@ennead/contracts';
import { isOverPending } from '../../lifecycle/entry-state.ts';
import { stateList } from '../../lifecycle/state-column.ts';

/** Lines of a roster, in their order, of which those of somebody who is forgotten say nothing any more. */
const without = (
  column: string,
): string => `(SELECT coalesce(jsonb_agg(CASE WHEN line ->> 'email' = ANY (addresses)
    THEN line || jsonb_build_object('email', placeholder, 'name', '—', 'studentNumber', NULL, 'storedName', NULL) ELSE line END
    ORDER BY place), '[]') FROM jsonb_array_elements(${column}) WITH ORDINALITY each(line, place))`;
const names = (column: string): string =>
  `EXISTS (SELECT FROM jsonb_array_elements(${column}) line WHERE line ->> 'email' = ANY (addresses))`;

/**
 * Takes out who somebody was, where nothing rests on it: never more than a candidate, nothing sat, no try that counts. Where what says
 * who people are stands, and what becomes of it here, is written in `personal-data.ts`. It asks that
 * itself, whoever calls it. Ids stay, so the trail does; reasons that were written about them, and names that were corrected, go from it with their salts, which
 * leaves its seals whole.
 */
export const forgetting = [
  `CREATE FUNCTION erase_person(whom uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was person; addresses text[]; placeholder text := 'erased-' || whom || '@erased.invalid'; BEGIN
    SELECT * INTO was FROM person WHERE id = whom FOR UPDATE;
    IF NOT FOUND OR was.erased_at IS NOT NULL THEN RETURN 'gone'; END IF;
    IF was.disabled_at IS NULL THEN RETURN 'open'; END IF;
    IF NOT was.roles <@ ARRAY['candidate']
      OR EXISTS (SELECT FROM appointment WHERE person_id = whom AND role <> 'candidate')
      OR EXISTS (SELECT FROM appointment_proposal WHERE person_id = whom
        AND state = ${stateList(appointmentProposalLifecycle, 'open')})
      OR EXISTS (SELECT FROM candidacy JOIN entry USING (enrolment_id)
        JOIN exam_session session ON session.id = entry.exam_session_id WHERE candidacy.person_id = whom
        AND (first_sat_at IS NOT NULL OR NOT (entry.state IN (${stateList(entryLifecycle, 'excused', ...fallenEntryStates)}) OR ${isOverPending})))
      THEN RETURN 'needed'; END IF;
    addresses := (SELECT array_agg(email) FROM person_address WHERE person_id = whom);
    UPDATE person SET name = '—', latin_name = NULL, email = placeholder, password_hash = NULL, email_confirmed_at = NULL,
      institution_id = NULL, created_by_institution_id = NULL, erased_at = clock() WHERE id = whom;
    DELETE FROM person_address WHERE person_id = whom AND email <> placeholder;
    DELETE FROM session_guest WHERE email = ANY (addresses);
    UPDATE interest SET email = CASE WHEN email = ANY (addresses) THEN placeholder END, note = ''
      WHERE email = ANY (addresses) OR candidate_id = whom;
    UPDATE same_person SET reason = '', answer = CASE WHEN answer IS NOT NULL THEN '' END,
      ended_reason = CASE WHEN ended_reason IS NOT NULL THEN '' END
      WHERE whom IN (kept_id, other_id);
    UPDATE different_people SET reason = '' WHERE whom IN (one_id, other_id);
    DELETE FROM clearance USING entry, enrolment
      WHERE entry.id = clearance.entry_id AND enrolment.id = entry.enrolment_id AND candidate_id = whom;
    UPDATE entry SET state_reason = NULL, roster_name = NULL, student_number = NULL FROM enrolment
      WHERE enrolment.id = entry.enrolment_id AND candidate_id = whom;
    UPDATE roster_import SET rows = ${without('rows')}, left_out = ${without('left_out')}
      WHERE ${names('rows')} OR ${names('left_out')};
    UPDATE accommodation SET reason = '', evidence = '', asked = '{}',
      answer = CASE WHEN answer IS NOT NULL THEN '' END, measures = CASE WHEN measures IS NOT NULL THEN '{}'::jsonb END
      FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
      WHERE entry.id = accommodation.entry_id AND candidate_id = whom;
    UPDATE bar_exception SET reason = '', answer = CASE WHEN answer IS NOT NULL THEN '' END
      FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
      WHERE entry.id = bar_exception.entry_id AND candidate_id = whom;
    UPDATE audit_event SET detail = '{}', salt = NULL
      WHERE (detail ? 'reason' OR action IN ('person.name-corrected', 'person.latin-name-given')) AND (
      (subject_kind = 'person' AND subject_id = whom::text) OR detail ->> 'otherAccountId' = whom::text OR entry_id IN (
        SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id WHERE candidate_id = whom));
    DELETE FROM message WHERE person_id = whom OR address = ANY (addresses);
    DELETE FROM message_choice WHERE person_id = whom;
    DELETE FROM one_time_link WHERE person_id = whom OR address = ANY (addresses);
    DELETE FROM invitation WHERE person_id = whom;
    DELETE FROM log_in_failure WHERE person_id = whom;
    DELETE FROM recovery_code WHERE person_id = whom;
    DELETE FROM second_factor WHERE person_id = whom;
    DELETE FROM web_session WHERE sess ->> 'personId' = whom::text OR sess ->> 'awaitsPersonId' = whom::text;
    RETURN 'erased'; END $$`,
  'REVOKE ALL ON FUNCTION erase_person(uuid) FROM PUBLIC',
];
