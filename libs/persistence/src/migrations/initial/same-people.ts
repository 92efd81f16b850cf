import { appointmentProposalLifecycle } from '@ennead/contracts';
import { stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

/** Whether an account `one` has, is to have or ever had another role than a candidate's. */
const wasStaff = `EXISTS (SELECT FROM appointment held WHERE held.person_id = one.id AND held.role <> 'candidate')
  OR EXISTS (SELECT FROM appointment_proposal meant WHERE meant.person_id = one.id
    AND meant.state = ${stateList(appointmentProposalLifecycle, 'open')})`;

/**
 * That two accounts are one person's, as a registrar noted it: one account is kept, any number of others refer to it, and none of these
 * to a further one. So whose account one is is told in one step. Where one of the two, or an account that is the same person's as one of
 * them already, is or was the staff's, it takes two: the note waits for the answer of a second person, and nothing follows from it until
 * they agree. It is answered once and ended once, never taken away; what was said about it stays as it was.
 */
export const samePeople = [
  `CREATE TABLE same_person (
    ${id}, kept_id uuid NOT NULL REFERENCES person, other_id uuid NOT NULL REFERENCES person,
    closes boolean NOT NULL, reason text NOT NULL, noted_by uuid NOT NULL REFERENCES person,
    noted_at timestamptz NOT NULL DEFAULT clock(), takes_two boolean NOT NULL DEFAULT true,
    agreed boolean, answered_by uuid REFERENCES person, answered_at timestamptz, answer text,
    until_at timestamptz, ended_by uuid REFERENCES person, ended_reason text,
    waits boolean NOT NULL GENERATED ALWAYS AS (takes_two AND agreed IS NULL) STORED,
    holds boolean NOT NULL GENERATED ALWAYS AS ((NOT takes_two OR agreed IS TRUE) AND until_at IS NULL) STORED,
    CHECK (kept_id <> other_id), CHECK (noted_by NOT IN (kept_id, other_id)),
    CHECK (num_nulls(agreed, answered_by, answered_at, answer) IN (0, 4)), CHECK (takes_two OR agreed IS NULL),
    CHECK (answered_by NOT IN (kept_id, other_id, noted_by)),
    CHECK (ended_by NOT IN (kept_id, other_id, noted_by)), CHECK (num_nulls(until_at, ended_by, ended_reason) IN (0, 3)),
    CHECK (until_at IS NULL OR NOT takes_two OR agreed IS TRUE))`,
  `CREATE UNIQUE INDEX same_person_other ON same_person (other_id) WHERE holds`,
  `CREATE INDEX same_person_kept ON same_person (kept_id) WHERE holds`,
  `CREATE UNIQUE INDEX same_person_waits ON same_person (least(kept_id, other_id), greatest(kept_id, other_id)) WHERE waits`,
  // Of a pair in either order, for ever: it may be noted as one person's all the same, once somebody saw papers.
  `CREATE TABLE different_people (
    one_id uuid NOT NULL REFERENCES person, other_id uuid NOT NULL REFERENCES person, reason text NOT NULL,
    said_by uuid NOT NULL REFERENCES person, said_at timestamptz NOT NULL DEFAULT clock(),
    PRIMARY KEY (one_id, other_id), CHECK (one_id < other_id))`,
  // Whether it takes two is asked of what the accounts are and were, and of nobody who writes a note.
  `CREATE FUNCTION ask_second() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    NEW.takes_two := EXISTS (SELECT FROM (SELECT NEW.kept_id AS id UNION ALL SELECT NEW.other_id
      UNION ALL SELECT also_id FROM same_account WHERE person_id IN (NEW.kept_id, NEW.other_id)) one WHERE ${wasStaff});
    RETURN NEW; END $$`,
  `CREATE TRIGGER same_person_asks_second BEFORE INSERT ON same_person FOR EACH ROW EXECUTE FUNCTION ask_second()`,
  `CREATE FUNCTION answer_note_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(current_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    IF NOT OLD.waits THEN
      RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' is answered once';
    END IF;
    NEW.answered_at := clock();
    RETURN NEW; END $$`,
  `CREATE TRIGGER same_person_answered_once BEFORE UPDATE OF agreed, answered_by, answer, closes ON same_person
    FOR EACH ROW EXECUTE FUNCTION answer_note_once()`,
  `CREATE FUNCTION stay_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(current_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' has ended';
  END $$`,
  `CREATE TRIGGER same_person_stays_ended BEFORE UPDATE ON same_person
    FOR EACH ROW WHEN (OLD.until_at IS NOT NULL) EXECUTE FUNCTION stay_ended()`,
  // Who is whom at this moment, by the notes that hold: one row an account and another of the same person. Kept by the database itself,
  // as a table, for every question of a tie looks into it.
  `CREATE TABLE same_account (
    person_id uuid NOT NULL REFERENCES person, also_id uuid NOT NULL REFERENCES person, PRIMARY KEY (person_id, also_id))`,
  `CREATE INDEX same_account_also ON same_account (also_id)`,
  `CREATE FUNCTION keep_same_accounts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    DELETE FROM same_account WHERE NEW.kept_id IN (person_id, also_id) OR NEW.other_id IN (person_id, also_id);
    WITH own AS (SELECT NEW.kept_id AS id
      UNION SELECT other_id FROM same_person WHERE kept_id = NEW.kept_id AND holds)
    INSERT INTO same_account SELECT one.id, other.id FROM own one JOIN own other ON other.id <> one.id ON CONFLICT DO NOTHING;
    RETURN NULL; END $$`,
  `CREATE TRIGGER same_person_noted AFTER INSERT ON same_person
    FOR EACH ROW WHEN (NEW.holds) EXECUTE FUNCTION keep_same_accounts()`,
  `CREATE TRIGGER same_person_kept AFTER UPDATE ON same_person
    FOR EACH ROW WHEN (NEW.holds <> OLD.holds) EXECUTE FUNCTION keep_same_accounts()`,
  // Whose candidacy each is: of the account that it was made by, and of every other of the same person.
  `CREATE VIEW candidacy AS
    SELECT id AS enrolment_id, candidate_id AS person_id FROM enrolment
    UNION ALL SELECT enrolment.id, same.also_id
      FROM same_account same JOIN enrolment ON enrolment.candidate_id = same.person_id`,
];
