import { id } from './columns.ts';

export const sessions = [
  `CREATE TABLE exam_session (
    ${id}, title jsonb NOT NULL, role text NOT NULL, level text NOT NULL,
    opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    standard_hash text NOT NULL REFERENCES content_body,
    scheme_id text NOT NULL, scheme_version int NOT NULL, scheme_hash text NOT NULL REFERENCES content_body,
    blueprint_id text NOT NULL, blueprint_hash text NOT NULL REFERENCES content_body,
    rubric_id text NOT NULL, rubric_hash text NOT NULL REFERENCES content_body,
    lab_id text NOT NULL, lab_hash text NOT NULL REFERENCES content_body, form_id uuid, created_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE TABLE form (
    ${id}, exam_session_id uuid NOT NULL REFERENCES exam_session, seed int NOT NULL, blueprint_id text NOT NULL,
    blueprint_hash text NOT NULL REFERENCES content_body, duration_sec int NOT NULL CHECK (duration_sec > 0),
    drawn_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE TABLE form_item (
    form_id uuid NOT NULL REFERENCES form, position int NOT NULL CHECK (position > 0), item_id text NOT NULL,
    question_hash text NOT NULL REFERENCES content_body, points int NOT NULL DEFAULT 1 CHECK (points > 0),
    pilot boolean NOT NULL DEFAULT false, PRIMARY KEY (form_id, position), UNIQUE (form_id, item_id))`,
  `CREATE INDEX form_item_question ON form_item (question_hash)`,
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
