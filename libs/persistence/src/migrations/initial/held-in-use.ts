import { scoreRunLifecycle } from '@ennead/contracts';
import { stateList } from '../../lifecycle/state-column.ts';

/**
 * What holds decides scores that were given or will be, once a form has the question, or a session the paper or the
 * lab. From then on it moves by a run that a second person agreed to and that brings just that into force, there and for
 * that, whoever asks; and before that only for who publishes.
 */
export const heldInUse = [
  `CREATE FUNCTION is_in_use(kind text, of_hash text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE $1
      WHEN 'key' THEN EXISTS (SELECT FROM form_item item WHERE item.question_hash = $2)
      WHEN 'conversion' THEN EXISTS (SELECT FROM session_part part WHERE part.content_hash = $2)
      ELSE EXISTS (
        SELECT FROM (SELECT DISTINCT convert_from(body.bytes, 'UTF8')::jsonb ->> 'plan' AS plan FROM body_common body
          WHERE body.hash IN (SELECT part.content_hash FROM session_part part WHERE part.kind = 'lab')) pinned
        WHERE pinned.plan = $2 OR EXISTS (SELECT FROM in_force held
          WHERE held.of_hash = pinned.plan AND held.kind = 'plan' AND held.hash = $2)) END $$`,
  `CREATE FUNCTION refuse_unapproved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ BEGIN
    IF TG_OP = 'UPDATE' AND NEW.hash = OLD.hash THEN RETURN NULL; END IF;
    IF has_table_privilege(session_user, 'content_version', 'INSERT') AND (
      NOT is_in_use(NEW.kind, NEW.of_hash)
      -- Without a key or secrets nothing was scored: the first ones move nothing.
      OR (TG_OP = 'INSERT' AND NEW.scope = 'all' AND NEW.kind IN ('key', 'secrets'))) THEN RETURN NULL; END IF;
    IF NOT EXISTS (SELECT FROM score_run run, jsonb_to_record(run.change -> 'holding')
        AS holding (kind text, scope text, "ofHash" text, hash text)
      WHERE run.id = NEW.run_id AND run.state IN (${stateList(scoreRunLifecycle, 'approved')})
        AND holding.scope = NEW.scope
        AND CASE NEW.kind WHEN 'secrets' THEN holding.kind = 'plan' AND holding.hash = NEW.of_hash
          ELSE holding.kind = NEW.kind AND holding."ofHash" = NEW.of_hash AND holding.hash = NEW.hash END
        AND EXISTS (SELECT FROM approval WHERE approval.subject_kind = 'score-run' AND approval.subject_id = run.id
          AND approval.answer = 'agree' AND approval.asked_by = run.asked_by)) THEN
      RAISE integrity_constraint_violation
        USING MESSAGE = 'only an approved run moves the ' || NEW.kind || ' of ' || NEW.of_hash;
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER in_force_approved AFTER INSERT OR UPDATE ON in_force
    FOR EACH ROW EXECUTE FUNCTION refuse_unapproved()`,
];
