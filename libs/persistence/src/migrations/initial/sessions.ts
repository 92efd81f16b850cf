import { id } from './columns.ts';

export const sessions = [
  `CREATE TABLE content_version (
    kind text NOT NULL, id text NOT NULL, hash text NOT NULL, body jsonb NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT clock(), PRIMARY KEY (kind, id, hash))`,
  `CREATE TABLE exam_session (
    ${id}, title jsonb NOT NULL, role text NOT NULL, level text NOT NULL,
    opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    scheme_id text NOT NULL, scheme_version int NOT NULL, scheme_hash text NOT NULL,
    blueprint_id text NOT NULL, blueprint_hash text NOT NULL, rubric_id text NOT NULL, rubric_hash text NOT NULL,
    lab_id text NOT NULL, form_id uuid, created_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE TABLE form (
    ${id}, exam_session_id uuid NOT NULL REFERENCES exam_session, seed int NOT NULL, blueprint_id text NOT NULL,
    blueprint_hash text NOT NULL, duration_sec int NOT NULL CHECK (duration_sec > 0), items jsonb NOT NULL,
    drawn_at timestamptz NOT NULL DEFAULT clock())`,
  `ALTER TABLE exam_session ADD FOREIGN KEY (form_id) REFERENCES form`,
  `CREATE TABLE cohort (
    ${id}, institution_id uuid NOT NULL REFERENCES institution, name text NOT NULL,
    exam_session_id uuid NOT NULL REFERENCES exam_session, trainer_ids uuid[] NOT NULL DEFAULT '{}',
    created_by uuid NOT NULL REFERENCES person, created_at timestamptz NOT NULL DEFAULT clock(),
    UNIQUE (institution_id, name))`,
  `ALTER TABLE invitation ADD FOREIGN KEY (cohort_id) REFERENCES cohort`,
  `CREATE TABLE entry (
    ${id}, candidate_id uuid NOT NULL REFERENCES person, exam_session_id uuid NOT NULL REFERENCES exam_session,
    cohort_id uuid REFERENCES cohort, role text NOT NULL, level text NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT clock(), UNIQUE (candidate_id, exam_session_id))`,
  `CREATE INDEX entry_cohort ON entry (cohort_id)`,
];
