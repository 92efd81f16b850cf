const id = 'id uuid PRIMARY KEY DEFAULT gen_random_uuid()';
const cents = (column: string) => `${column} int CHECK (${column} BETWEEN 0 AND 10000)`;

const identity = [
  `CREATE TABLE institution (${id}, name jsonb NOT NULL)`,
  `CREATE TABLE person (
    ${id}, email text NOT NULL CHECK (email = lower(email)), name text NOT NULL, locale text NOT NULL,
    password_hash text, roles text[] NOT NULL, institution_id uuid REFERENCES institution,
    created_at timestamptz NOT NULL DEFAULT now(), disabled_at timestamptz)`,
  `CREATE UNIQUE INDEX person_email ON person (email)`,
  `CREATE TABLE invitation (
    token_hash text PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, cohort_id uuid,
    expires_at timestamptz NOT NULL, used_at timestamptz)`,
  `CREATE INDEX invitation_person ON invitation (person_id)`,
  `CREATE TABLE web_session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamp(6) NOT NULL)`,
  `CREATE INDEX web_session_expire ON web_session (expire)`,
  `CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(),
    actor_id uuid REFERENCES person, action text NOT NULL, subject_kind text NOT NULL, subject_id text NOT NULL,
    enrolment_id uuid, detail jsonb NOT NULL DEFAULT '{}')`,
  `CREATE INDEX audit_event_enrolment ON audit_event (enrolment_id, id)`,
  `CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_id, id)`,
];

const sessions = [
  `CREATE TABLE content_version (
    kind text NOT NULL, id text NOT NULL, hash text NOT NULL, body jsonb NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (kind, id, hash))`,
  `CREATE TABLE exam_session (
    ${id}, title jsonb NOT NULL, role text NOT NULL, level text NOT NULL,
    opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    scheme_id text NOT NULL, scheme_version int NOT NULL, scheme_hash text NOT NULL,
    blueprint_id text NOT NULL, blueprint_hash text NOT NULL, rubric_id text NOT NULL, rubric_hash text NOT NULL,
    lab_id text NOT NULL, form_id uuid, created_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE form (
    ${id}, exam_session_id uuid NOT NULL REFERENCES exam_session, seed int NOT NULL, blueprint_id text NOT NULL,
    blueprint_hash text NOT NULL, duration_sec int NOT NULL CHECK (duration_sec > 0), items jsonb NOT NULL,
    drawn_at timestamptz NOT NULL DEFAULT now())`,
  `ALTER TABLE exam_session ADD FOREIGN KEY (form_id) REFERENCES form`,
  `CREATE TABLE cohort (
    ${id}, institution_id uuid NOT NULL REFERENCES institution, name text NOT NULL,
    exam_session_id uuid NOT NULL REFERENCES exam_session, trainer_ids uuid[] NOT NULL DEFAULT '{}',
    created_by uuid NOT NULL REFERENCES person, created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (institution_id, name))`,
  `ALTER TABLE invitation ADD FOREIGN KEY (cohort_id) REFERENCES cohort`,
  `CREATE TABLE enrolment (
    ${id}, candidate_id uuid NOT NULL REFERENCES person, exam_session_id uuid NOT NULL REFERENCES exam_session,
    cohort_id uuid REFERENCES cohort, role text NOT NULL, level text NOT NULL,
    enrolled_at timestamptz NOT NULL DEFAULT now(), UNIQUE (candidate_id, exam_session_id))`,
  `CREATE INDEX enrolment_cohort ON enrolment (cohort_id)`,
];

const exam = [
  `CREATE TABLE attempt (
    ${id}, enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment, form_id uuid NOT NULL REFERENCES form,
    seed int NOT NULL, layout jsonb NOT NULL, state text NOT NULL CHECK (state IN ('open', 'submitted', 'scored')),
    writer int NOT NULL DEFAULT 0, sequence int NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL, deadline_at timestamptz NOT NULL, submitted_at timestamptz, submit_cause text,
    scored_at timestamptz, ${cents('score_cents')}, report jsonb,
    CHECK ((state = 'scored') = (score_cents IS NOT NULL)))`,
  `CREATE INDEX attempt_due ON attempt (deadline_at) WHERE state <> 'scored'`,
  `CREATE TABLE response (
    attempt_id uuid NOT NULL REFERENCES attempt, item_id text NOT NULL, value jsonb,
    flagged boolean NOT NULL DEFAULT false, revision int NOT NULL, saved_at timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, item_id))`,
  `CREATE TABLE response_save (
    attempt_id uuid NOT NULL REFERENCES attempt, writer int NOT NULL, sequence int NOT NULL, item_id text NOT NULL,
    value jsonb, flagged boolean NOT NULL, saved_at timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, writer, sequence))`,
];

const labs = [
  `CREATE TABLE blob (sha256 text PRIMARY KEY, bytes bytea NOT NULL)`,
  `CREATE TABLE lab_session (
    ${id}, enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment, lab_id text NOT NULL, lab_version int NOT NULL,
    lab_hash text NOT NULL, state text NOT NULL CHECK (state IN ('open', 'handed-in', 'graded', 'stalled')),
    started_at timestamptz NOT NULL, deadline_at timestamptz NOT NULL, handed_in_at timestamptz, hand_in_cause text,
    fence int NOT NULL DEFAULT 0, machine_id text, snapshot_id uuid, graded_at timestamptz,
    ${cents('score_cents')}, grading_tries int NOT NULL DEFAULT 0,
    CHECK ((state = 'graded') = (score_cents IS NOT NULL)))`,
  `CREATE INDEX lab_session_due ON lab_session (deadline_at) WHERE state <> 'graded'`,
  `CREATE TABLE lab_snapshot (
    ${id}, lab_session_id uuid NOT NULL REFERENCES lab_session, sequence int NOT NULL, cause text NOT NULL,
    tree_hash text NOT NULL, tree jsonb NOT NULL, taken_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (lab_session_id, sequence))`,
  `CREATE TABLE verdict (
    ${id}, lab_session_id uuid NOT NULL UNIQUE REFERENCES lab_session, snapshot_id uuid NOT NULL,
    tree_hash text NOT NULL, suite_hash text NOT NULL, fence int NOT NULL, checks jsonb NOT NULL,
    ${cents('score_cents')} NOT NULL, signature text NOT NULL, graded_at timestamptz NOT NULL)`,
  `CREATE TABLE check_run (
    ${id}, lab_session_id uuid NOT NULL REFERENCES lab_session, checks jsonb NOT NULL,
    ran_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE INDEX check_run_session ON check_run (lab_session_id, ran_at)`,
];

const portfolios = [
  `CREATE TABLE portfolio (
    ${id}, enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment,
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'in-review', 'adjudication', 'scored')),
    experience jsonb, updated_at timestamptz NOT NULL DEFAULT now(), submitted_at timestamptz, scored_at timestamptz,
    ${cents('score_cents')}, CHECK ((state = 'scored') = (score_cents IS NOT NULL)))`,
  `CREATE TABLE artefact (
    ${id}, portfolio_id uuid NOT NULL REFERENCES portfolio, number int NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('file', 'link', 'repository')), title text NOT NULL, url text, file_name text,
    media_type text, size_bytes int, sha256 text, created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (portfolio_id, number), CHECK ((kind = 'file') = (sha256 IS NOT NULL)))`,
  `CREATE INDEX artefact_sha256 ON artefact (sha256)`,
  `CREATE TABLE claim (
    portfolio_id uuid NOT NULL REFERENCES portfolio, competency text NOT NULL, text text NOT NULL,
    artefact_ids uuid[] NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (portfolio_id, competency))`,
  `CREATE TABLE portfolio_version (
    ${id}, portfolio_id uuid NOT NULL REFERENCES portfolio, number int NOT NULL, manifest jsonb NOT NULL,
    sha256 text NOT NULL, submitted_at timestamptz NOT NULL DEFAULT now(), UNIQUE (portfolio_id, number))`,
  `CREATE TABLE review (
    ${id}, portfolio_version_id uuid NOT NULL REFERENCES portfolio_version, reviewer_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL CHECK (kind IN ('review', 'adjudication')),
    state text NOT NULL CHECK (state IN ('assigned', 'submitted')), rubric_id text NOT NULL, rubric_hash text NOT NULL,
    marks jsonb NOT NULL DEFAULT '{}', comment text NOT NULL DEFAULT '', ${cents('score_cents')},
    assigned_at timestamptz NOT NULL DEFAULT now(), submitted_at timestamptz,
    UNIQUE (portfolio_version_id, reviewer_id))`,
  `CREATE INDEX review_reviewer ON review (reviewer_id, state)`,
];

const results = [
  `CREATE TABLE decision (
    ${id}, enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment, certifier_id uuid NOT NULL REFERENCES person,
    outcome text NOT NULL CHECK (outcome IN ('grant', 'refuse')), grade int CHECK (grade BETWEEN 1 AND 9),
    reason text NOT NULL CHECK (length(trim(reason)) > 0), experience jsonb NOT NULL, basis jsonb NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(), CHECK ((outcome = 'grant') = (grade IS NOT NULL)))`,
  `CREATE TABLE credential (
    ${id}, number text NOT NULL UNIQUE, enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment,
    decision_id uuid NOT NULL REFERENCES decision, person_name text NOT NULL, role text NOT NULL, level text NOT NULL,
    grade int NOT NULL CHECK (grade BETWEEN 1 AND 9), scheme_id text NOT NULL, scheme_version int NOT NULL,
    state text NOT NULL CHECK (state IN ('issued', 'revoked')), issued_at timestamptz NOT NULL DEFAULT now(),
    issued_by uuid NOT NULL REFERENCES person, revoked_at timestamptz, revoked_by uuid REFERENCES person,
    revoked_reason text)`,
];

export const initialTables = [...identity, ...sessions, ...exam, ...labs, ...portfolios, ...results];
