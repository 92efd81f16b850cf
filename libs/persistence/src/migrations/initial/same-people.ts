import { id } from './columns.ts';

/**
 * That two accounts are one person's, as a registrar noted it: one account is kept, any number of others refer to it, and none of these
 * to a further one. So whose account one is is told in one step. It is ended, never taken away; what was said about it stays as it was.
 */
export const samePeople = [
  `CREATE TABLE same_person (
    ${id}, kept_id uuid NOT NULL REFERENCES person, other_id uuid NOT NULL REFERENCES person,
    closes boolean NOT NULL, reason text NOT NULL, noted_by uuid NOT NULL REFERENCES person,
    noted_at timestamptz NOT NULL DEFAULT clock(), until_at timestamptz, ended_by uuid REFERENCES person, ended_reason text,
    CHECK (kept_id <> other_id), CHECK (noted_by NOT IN (kept_id, other_id)),
    CHECK (ended_by NOT IN (kept_id, other_id, noted_by)), CHECK (num_nulls(until_at, ended_by, ended_reason) IN (0, 3)))`,
  `CREATE UNIQUE INDEX same_person_other ON same_person (other_id) WHERE until_at IS NULL`,
  `CREATE INDEX same_person_kept ON same_person (kept_id) WHERE until_at IS NULL`,
  // Of a pair in either order, for ever: it may be noted as one person's all the same, once somebody saw papers.
  `CREATE TABLE different_people (
    one_id uuid NOT NULL REFERENCES person, other_id uuid NOT NULL REFERENCES person, reason text NOT NULL,
    said_by uuid NOT NULL REFERENCES person, said_at timestamptz NOT NULL DEFAULT clock(),
    PRIMARY KEY (one_id, other_id), CHECK (one_id < other_id))`,
  `CREATE FUNCTION stay_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(current_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' has ended';
  END $$`,
  `CREATE TRIGGER same_person_stays_ended BEFORE UPDATE ON same_person
    FOR EACH ROW WHEN (OLD.until_at IS NOT NULL) EXECUTE FUNCTION stay_ended()`,
  // Who is whom, at this moment, and since when that is known: one row an account and another of the same person. Kept by the database itself, as a table, for every
  // question of a tie looks into it.
  `CREATE TABLE same_account (
    person_id uuid NOT NULL REFERENCES person, also_id uuid NOT NULL REFERENCES person, known_at timestamptz NOT NULL, PRIMARY KEY (person_id, also_id))`,
  `CREATE INDEX same_account_also ON same_account (also_id)`,
  `CREATE FUNCTION keep_same_accounts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    DELETE FROM same_account WHERE NEW.kept_id IN (person_id, also_id) OR NEW.other_id IN (person_id, also_id);
    WITH own AS (SELECT NEW.kept_id AS id, NULL::timestamptz AS noted_at
      UNION SELECT other_id, noted_at FROM same_person WHERE kept_id = NEW.kept_id AND until_at IS NULL)
    INSERT INTO same_account SELECT one.id, other.id, GREATEST(one.noted_at, other.noted_at) FROM own one JOIN own other ON other.id <> one.id ON CONFLICT DO NOTHING;
    RETURN NULL; END $$`,
  `CREATE TRIGGER same_person_kept AFTER INSERT OR UPDATE OF until_at ON same_person
    FOR EACH ROW EXECUTE FUNCTION keep_same_accounts()`,
  // Whose candidacy each is: of the account that it was made by, and of every other of the same person.
  `CREATE VIEW candidacy AS
    SELECT id AS enrolment_id, candidate_id AS person_id FROM enrolment
    UNION ALL SELECT enrolment.id, same.also_id
      FROM same_account same JOIN enrolment ON enrolment.candidate_id = same.person_id`,
];
