/**
 * What candidates rely on once they may begin: an opened session keeps its opening, and no end or deadline moves to an
 * earlier time, whatever the server asks for. The owner of the schema, who may delete as well, is not held.
 */
export const laterOnly = [
  `CREATE FUNCTION refuse_earlier() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(session_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' only moves to a later time';
  END $$`,
  `CREATE TRIGGER attempt_later_only BEFORE UPDATE OF deadline_at ON attempt
    FOR EACH ROW WHEN (NEW.deadline_at < OLD.deadline_at) EXECUTE FUNCTION refuse_earlier()`,
  `CREATE TRIGGER lab_session_later_only BEFORE UPDATE OF deadline_at ON lab_session
    FOR EACH ROW WHEN (NEW.deadline_at < OLD.deadline_at) EXECUTE FUNCTION refuse_earlier()`,
  `CREATE TRIGGER exam_session_later_only BEFORE UPDATE OF opens_at, closes_at ON exam_session
    FOR EACH ROW WHEN (OLD.opens_at <= clock() AND (NEW.opens_at <> OLD.opens_at OR NEW.closes_at < OLD.closes_at))
    EXECUTE FUNCTION refuse_earlier()`,
  `CREATE FUNCTION refuse_earlier_part() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE ends timestamptz; BEGIN
    SELECT closes_at INTO ends FROM exam_session WHERE id = NEW.exam_session_id AND opens_at <= clock();
    IF coalesce(NEW.closes_at, ends) < coalesce(OLD.closes_at, ends)
      AND NOT has_table_privilege(session_user, TG_RELID, 'DELETE') THEN
      RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' only moves to a later time';
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER session_part_later_only BEFORE UPDATE OF closes_at ON session_part
    FOR EACH ROW EXECUTE FUNCTION refuse_earlier_part()`,
];
