import {
  ClearanceKind,
  enrolmentLifecycle,
  entryLifecycle,
  examSessionLifecycle,
  fallenEntryStates,
  SessionAccess,
  takenEntryStates,
} from '@ennead/contracts';
import { undecidedStates } from '@ennead/domain';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

const words = (options: readonly string[]): string => options.map((word) => `'${word}'`).join(', ');

export const sessions = [
  `CREATE TABLE exam_session (
    ${id}, title jsonb NOT NULL, role text NOT NULL, level text NOT NULL, ${stateColumn(examSessionLifecycle)},
    purpose text NOT NULL DEFAULT 'exam' CHECK (purpose IN ('exam', 'mock')),
    opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    venue text, halls text[] NOT NULL DEFAULT '{}', state_reason text,
    access text NOT NULL DEFAULT 'open' CHECK (access IN (${words(SessionAccess.options)})),
    places int CHECK (places > 0), confirms boolean NOT NULL DEFAULT false,
    clearances text[] NOT NULL DEFAULT '{}' CHECK (clearances <@ ARRAY[${words(ClearanceKind.options)}]),
    standard_hash text NOT NULL REFERENCES content_body, scheme_id text NOT NULL, scheme_version int NOT NULL,
    scheme_hash text NOT NULL REFERENCES content_body,
    created_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE TABLE session_house (
    exam_session_id uuid NOT NULL REFERENCES exam_session, institution_id uuid NOT NULL REFERENCES institution,
    quota int CHECK (quota > 0), PRIMARY KEY (exam_session_id, institution_id))`,
  `CREATE INDEX session_house_institution ON session_house (institution_id)`,
  `CREATE TABLE session_guest (
    exam_session_id uuid NOT NULL REFERENCES exam_session, email text NOT NULL CHECK (email = lower(email)),
    PRIMARY KEY (exam_session_id, email))`,
  `CREATE INDEX session_guest_email ON session_guest (email)`,
  `CREATE TABLE session_part (
    ${id}, exam_session_id uuid NOT NULL REFERENCES exam_session, position int NOT NULL CHECK (position > 0),
    dimension text NOT NULL CHECK (dimension IN ('knowledge', 'skills', 'practice')),
    kind text NOT NULL CHECK (kind IN ('form', 'lab', 'portfolio')), content_id text NOT NULL,
    content_hash text NOT NULL REFERENCES content_body, weight int NOT NULL CHECK (weight > 0), duration_sec int CHECK (duration_sec > 0),
    closes_at timestamptz, UNIQUE (exam_session_id, position),
    CHECK ((kind = 'portfolio') = (duration_sec IS NULL)))`,
  `CREATE TABLE form (
    ${id}, session_part_id uuid NOT NULL REFERENCES session_part, seed int NOT NULL, blueprint_id text NOT NULL,
    blueprint_hash text NOT NULL REFERENCES content_body, duration_sec int NOT NULL CHECK (duration_sec > 0),
    drawn_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX form_part ON form (session_part_id)`,
  `CREATE TABLE form_item (
    form_id uuid NOT NULL REFERENCES form, position int NOT NULL CHECK (position > 0), item_id text NOT NULL,
    question_hash text NOT NULL REFERENCES content_body, points int NOT NULL DEFAULT 1 CHECK (points > 0),
    pilot boolean NOT NULL DEFAULT false, PRIMARY KEY (form_id, position), UNIQUE (form_id, item_id))`,
  `CREATE INDEX form_item_question ON form_item (question_hash)`,
  `CREATE INDEX form_item_item ON form_item (item_id)`,
  `CREATE TABLE cohort (
    ${id}, institution_id uuid NOT NULL REFERENCES institution, name text NOT NULL,
    exam_session_id uuid NOT NULL REFERENCES exam_session,
    created_by uuid NOT NULL REFERENCES person, created_at timestamptz NOT NULL DEFAULT clock(),
    archived_at timestamptz, UNIQUE (institution_id, name))`,
  `CREATE TABLE roster_import (
    ${id}, cohort_id uuid NOT NULL REFERENCES cohort, file_name text, made_by uuid NOT NULL REFERENCES person,
    made_at timestamptz NOT NULL DEFAULT clock(), rows jsonb NOT NULL, left_out jsonb NOT NULL, done int NOT NULL DEFAULT 0,
    invited int NOT NULL DEFAULT 0, worked_at timestamptz NOT NULL DEFAULT clock(), undone_at timestamptz)`,
  `CREATE INDEX roster_import_cohort ON roster_import (cohort_id, made_at)`,
  `ALTER TABLE invitation ADD FOREIGN KEY (cohort_id) REFERENCES cohort`,
];

export const enrolments = [
  `CREATE TABLE enrolment (
    ${id}, candidate_id uuid NOT NULL REFERENCES person, role text NOT NULL, level text NOT NULL,
    ${stateColumn(enrolmentLifecycle)}, enrolled_at timestamptz NOT NULL DEFAULT clock(),
    UNIQUE (candidate_id, role, level))`,
  `CREATE TABLE entry (
    ${id}, enrolment_id uuid NOT NULL REFERENCES enrolment, exam_session_id uuid NOT NULL REFERENCES exam_session,
    cohort_id uuid REFERENCES cohort, number int NOT NULL CHECK (number > 0),
    cause text NOT NULL CHECK (cause IN ('first', 'retake', 'higher', 'free-sitting', 'mock')),
    ${stateColumn(entryLifecycle)}, state_reason text, entered_at timestamptz NOT NULL DEFAULT clock(),
    entered_by uuid REFERENCES person, answer_by timestamptz,
    first_sat_at timestamptz, roster_import_id uuid REFERENCES roster_import, roster_name text, student_number text,
    UNIQUE (enrolment_id, number))`,
  `CREATE UNIQUE INDEX entry_one_open ON entry (enrolment_id)
    WHERE state IN (${stateList(entryLifecycle, ...takenEntryStates)}) AND cause <> 'mock'`,
  `CREATE UNIQUE INDEX entry_session ON entry (exam_session_id, enrolment_id)
    WHERE state NOT IN (${stateList(entryLifecycle, ...fallenEntryStates)})`,
  `CREATE UNIQUE INDEX entry_student_number ON entry (cohort_id, student_number)
    WHERE state NOT IN (${stateList(entryLifecycle, 'replaced', ...fallenEntryStates)})`,
  `CREATE INDEX entry_roster_import ON entry (roster_import_id)`,
  `CREATE TABLE cohort_stay (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, cohort_id uuid NOT NULL REFERENCES cohort, until_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX cohort_stay_entry ON cohort_stay (entry_id)`,
  `CREATE INDEX cohort_stay_cohort ON cohort_stay (cohort_id)`,
  `CREATE INDEX entry_enrolment_session ON entry (enrolment_id, exam_session_id)`,
  `CREATE INDEX entry_cohort ON entry (cohort_id)`,
  `CREATE INDEX entry_entered_by ON entry (entered_by)`,
  `CREATE INDEX entry_undecided ON entry (entered_at, id) WHERE state IN (${stateList(entryLifecycle, ...undecidedStates)})`,
];

/** What has to be there before the first part of an entry is begun: evidence, which is only added to. The newest of a kind says whether it is. */
export const clearances = [
  `CREATE TABLE clearance (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, kind text NOT NULL CHECK (kind IN (${words(ClearanceKind.options)})),
    holds boolean NOT NULL, by uuid REFERENCES person, at timestamptz NOT NULL DEFAULT clock(), detail jsonb NOT NULL DEFAULT '{}')`,
  `CREATE INDEX clearance_entry ON clearance (entry_id, kind, at DESC)`,
  `CREATE INDEX clearance_by ON clearance (by)`,
  `CREATE VIEW missing_clearance AS
  SELECT entry.id AS entry_id, entry.exam_session_id, asked.kind, asked.position
  FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
  CROSS JOIN unnest(session.clearances) WITH ORDINALITY asked(kind, position)
  WHERE NOT coalesce((SELECT given.holds FROM clearance given WHERE given.entry_id = entry.id AND given.kind = asked.kind
    ORDER BY given.at DESC, given.id DESC LIMIT 1), false)`,
];
