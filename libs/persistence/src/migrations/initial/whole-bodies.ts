/**
 * Whoever names a body puts it on its shelf in the same transaction, and so needs the right to do that: a name without
 * a body would keep the body from ever being published.
 */
export const wholeBodies = [
  `CREATE FUNCTION refuse_bodiless() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DECLARE there boolean; BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE hash = $1)', 'body_' || NEW.shelf) INTO there USING NEW.hash;
    IF NOT there THEN
      RAISE integrity_constraint_violation USING MESSAGE = 'the body ' || NEW.hash || ' is named but not there';
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE CONSTRAINT TRIGGER content_body_whole AFTER INSERT ON content_body DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse_bodiless()`,
];
