/**
 * What processes hear of at once, whoever changed it: that a log-in has ended, and that somebody's rights have changed. Both are rare; every commit that notifies
 * waits for every other one that does.
 */
export const notices = [
  `CREATE FUNCTION notice_log_in_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('log_in_ended', encode(sha256(convert_to(OLD.sid, 'UTF8')), 'hex')); RETURN NULL; END $$`,
  `CREATE TRIGGER web_session_ended AFTER DELETE ON web_session
    FOR EACH ROW EXECUTE FUNCTION notice_log_in_ended()`,
  `CREATE FUNCTION notice_person_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('person_changed', NEW.id::text); RETURN NULL; END $$`,
  `CREATE TRIGGER person_rights_changed AFTER UPDATE OF roles, institution_id, disabled_at ON person
    FOR EACH ROW EXECUTE FUNCTION notice_person_changed()`,
];
