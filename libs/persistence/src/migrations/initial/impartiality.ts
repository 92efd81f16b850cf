import {
  appointmentProposalLifecycle,
  barExceptionLifecycle,
  CaseAct,
  HouseTie,
  MarksAnswer,
  PersonalTie,
  ScriptProblem,
  threatLifecycle,
  ThreatSource,
} from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

const words = (options: readonly string[]): string => options.map((word) => `'${word}'`).join(', ');

/**
 * What anybody was, where, and from when until when: kept by the database itself, whoever changes somebody's roles, so that no tie is
 * undone by taking a role away.
 */
const appointments = [
  `CREATE TABLE appointment_proposal (
    ${id}, person_id uuid NOT NULL REFERENCES person, role text NOT NULL, asked_by uuid NOT NULL REFERENCES person,
    ${stateColumn(appointmentProposalLifecycle)}, asked_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE UNIQUE INDEX appointment_proposal_open ON appointment_proposal (person_id, role)
    WHERE state = ${stateList(appointmentProposalLifecycle, 'open')}`,
  `CREATE TABLE appointment (
    ${id}, person_id uuid NOT NULL REFERENCES person, role text NOT NULL, institution_id uuid REFERENCES institution,
    from_at timestamptz NOT NULL DEFAULT clock(), until_at timestamptz)`,
  `CREATE UNIQUE INDEX appointment_held ON appointment (person_id, role) WHERE until_at IS NULL`,
  `CREATE INDEX appointment_person ON appointment (person_id, institution_id)`,
  `CREATE INDEX appointment_institution ON appointment (institution_id, role)`,
  `CREATE FUNCTION keep_appointments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    UPDATE appointment SET until_at = clock() WHERE person_id = NEW.id AND until_at IS NULL
      AND (NEW.disabled_at IS NOT NULL OR role <> ALL (NEW.roles) OR institution_id IS DISTINCT FROM NEW.institution_id);
    INSERT INTO appointment (person_id, role, institution_id) SELECT DISTINCT NEW.id, role, NEW.institution_id
      FROM unnest(NEW.roles) role WHERE NEW.disabled_at IS NULL AND NOT EXISTS (
        SELECT FROM appointment held WHERE held.person_id = NEW.id AND held.role = role.role AND held.until_at IS NULL);
    RETURN NULL; END $$`,
  `CREATE TRIGGER person_appointed AFTER INSERT OR UPDATE OF roles, institution_id, disabled_at ON person
    FOR EACH ROW EXECUTE FUNCTION keep_appointments()`,
];

/** What people say of themselves: to one person, by account or by an address that may yet come to have one, or to an institution. */
const interests = [
  `CREATE TABLE interest (
    ${id}, person_id uuid NOT NULL REFERENCES person, tie text NOT NULL, candidate_id uuid REFERENCES person,
    email text CHECK (email = lower(email)), institution_id uuid REFERENCES institution, note text NOT NULL,
    declared_at timestamptz NOT NULL DEFAULT clock(), entry_id uuid REFERENCES entry, from_at timestamptz, ended_at timestamptz, until_at timestamptz,
    CHECK (ended_at <= declared_at), CHECK (from_at <= declared_at), CHECK (from_at <= ended_at),
    CHECK ((institution_id IS NULL) = (coalesce(candidate_id::text, email) IS NOT NULL)),
    CHECK (CASE WHEN institution_id IS NULL THEN tie IN (${words(PersonalTie.options)})
      ELSE tie IN (${words(HouseTie.options)}) END))`,
  `CREATE INDEX interest_person ON interest (person_id)`,
  `CREATE INDEX interest_candidate ON interest (candidate_id)`,
  `CREATE INDEX interest_email ON interest (email)`,
  `CREATE TABLE interest_declaration (
    ${id}, person_id uuid NOT NULL REFERENCES person, at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX interest_declaration_person ON interest_declaration (person_id, at)`,
];

/**
 * An end is set once, and to now, whatever the server says: a tie that somebody could end in the past, or take the end of back, would
 * bar as long as they like. The owner of the schema, who may delete as well, is not held.
 */
const ends = [
  `CREATE FUNCTION end_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(session_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    IF OLD.until_at IS NOT NULL THEN
      RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' ends once';
    END IF;
    NEW.until_at := clock();
    RETURN NEW;
  END $$`,
  ...['trainer_term', 'interest', 'session_duty', 'same_person'].map(
    (table) => `CREATE TRIGGER ${table}_ends_once BEFORE UPDATE OF until_at ON ${table}
    FOR EACH ROW WHEN (NEW.until_at IS DISTINCT FROM OLD.until_at) EXECUTE FUNCTION end_once()`,
  ),
];

const trainers = [
  `CREATE TABLE trainer_term (
    ${id}, cohort_id uuid NOT NULL REFERENCES cohort, person_id uuid NOT NULL REFERENCES person,
    from_at timestamptz NOT NULL DEFAULT clock(), until_at timestamptz)`,
  `CREATE UNIQUE INDEX trainer_term_held ON trainer_term (cohort_id, person_id) WHERE until_at IS NULL`,
  `CREATE INDEX trainer_term_person ON trainer_term (person_id)`,
];

const problems = [
  `CREATE TABLE script_problem (
    ${id}, review_id uuid NOT NULL REFERENCES review, problem text NOT NULL CHECK (problem IN (${words(ScriptProblem.options)})),
    reason text NOT NULL, reported_at timestamptz NOT NULL DEFAULT clock(), answered_at timestamptz,
    answered_by uuid REFERENCES person, goes_on boolean, answer text,
    CHECK (num_nulls(answered_at, answered_by, goes_on, answer) IN (0, 4)))`,
  `CREATE UNIQUE INDEX script_problem_open ON script_problem (review_id) WHERE answered_at IS NULL`,
  `CREATE INDEX script_problem_review ON script_problem (review_id, reported_at)`,
];

/** What was said of submitted marks whose author was tied to the candidate, as came to light since: which ties it answers for. */
const marksAnswers = [
  `CREATE TABLE marks_answer (
    ${id}, review_id uuid NOT NULL REFERENCES review, ties text[] NOT NULL CHECK (cardinality(ties) > 0),
    answer text NOT NULL CHECK (answer IN (${words(MarksAnswer.options)})), reason text NOT NULL,
    answered_by uuid NOT NULL REFERENCES person, answered_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX marks_answer_review ON marks_answer (review_id, answered_at)`,
];

const threats = [
  `CREATE TABLE threat (
    ${id}, source text NOT NULL CHECK (source IN (${words(ThreatSource.options)})), title text NOT NULL,
    description text NOT NULL, ${stateColumn(threatLifecycle)}, entry_id uuid REFERENCES entry, found_by uuid NOT NULL REFERENCES person,
    found_at timestamptz NOT NULL DEFAULT clock(), closed_at timestamptz)`,
  `CREATE TABLE threat_measure (
    ${id}, threat_id uuid NOT NULL REFERENCES threat, text text NOT NULL, taken_by uuid NOT NULL REFERENCES person,
    at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX threat_measure_threat ON threat_measure (threat_id, at)`,
];

/** What was asked for stays as it was, and so does the answer: it is given once, and by somebody else. */
const exceptions = [
  `CREATE TABLE bar_exception (
    ${id}, person_id uuid NOT NULL REFERENCES person, act text NOT NULL CHECK (act IN (${words(CaseAct.options)})),
    entry_id uuid REFERENCES entry, exam_session_id uuid REFERENCES exam_session, role text, level text,
    ties text[] NOT NULL CHECK (cardinality(ties) > 0), reason text NOT NULL, days int NOT NULL CHECK (days > 0),
    ${stateColumn(barExceptionLifecycle)}, asked_at timestamptz NOT NULL DEFAULT clock(),
    answered_by uuid REFERENCES person, answered_at timestamptz, answer text, until_at timestamptz,
    CHECK (num_nonnulls(entry_id, exam_session_id, role) = 1), CHECK ((role IS NULL) = (level IS NULL)),
    CHECK (answered_by <> person_id), CHECK (num_nulls(answered_by, answered_at, answer) IN (0, 3)),
    CHECK ((answered_at IS NULL) = (state = ${stateList(barExceptionLifecycle, 'asked')})),
    CHECK ((until_at IS NOT NULL) = (state = ${stateList(barExceptionLifecycle, 'approved')})))`,
  `CREATE UNIQUE INDEX bar_exception_open ON bar_exception
    (person_id, act, coalesce(entry_id, exam_session_id), role, level) NULLS NOT DISTINCT
    WHERE state = ${stateList(barExceptionLifecycle, 'asked')}`,
  `CREATE INDEX bar_exception_person ON bar_exception (person_id, act)`,
  `CREATE INDEX bar_exception_entry ON bar_exception (entry_id)`,
  `CREATE FUNCTION answer_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF has_table_privilege(current_user, TG_RELID, 'DELETE') THEN RETURN NEW; END IF;
    RAISE integrity_constraint_violation USING MESSAGE = TG_TABLE_NAME || ' is answered once';
  END $$`,
  `CREATE TRIGGER bar_exception_answered_once BEFORE UPDATE ON bar_exception
    FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION answer_once()`,
  // Each tie that it was approved for, and no other that comes to light later.
  `CREATE VIEW lifted_bar AS SELECT own.person_id, own.act, tie, own.role, own.level,
      CASE WHEN own.entry_id IS NOT NULL THEN 'entry' WHEN own.exam_session_id IS NOT NULL THEN 'session' ELSE 'cell' END AS subject,
      coalesce(own.entry_id, own.exam_session_id) AS subject_id
    FROM bar_exception own CROSS JOIN LATERAL unnest(own.ties) tie
    WHERE own.state = ${stateList(barExceptionLifecycle, 'approved')} AND own.until_at > clock()`,
];

/** The version that holds now, as `schemeInForce` of the contracts finds it; a spec compares them. */
const rules = `CREATE VIEW scheme_in_force AS
  SELECT scheme FROM content_version JOIN content_body USING (hash) JOIN body_common USING (hash)
  CROSS JOIN LATERAL (SELECT convert_from(bytes, 'UTF8')::jsonb AS scheme) body
  WHERE content_version.kind = 'scheme' AND content_version.state = 'live'
    AND scheme ->> 'effectiveFrom' <= to_char(clock() AT TIME ZONE (scheme #>> '{rules,timeZone}'), 'YYYY-MM-DD')
  ORDER BY (scheme ->> 'version')::int DESC LIMIT 1`;

/** Ties as dated facts: added to and ended, never taken away. */
export const impartiality = [
  ...trainers,
  ...interests,
  ...ends,
  ...problems,
  ...marksAnswers,
  ...threats,
  ...exceptions,
  rules,
];
export { appointments };
