import { labSessionLifecycle } from '@ennead/contracts';
import { KeyPurpose } from '@ennead/contracts/internal';
import { stateColumn } from '../../lifecycle/state-column.ts';
import { cents, id } from './columns.ts';

const purposes = KeyPurpose.options.map((purpose) => `'${purpose}'`).join(', ');

export const labs = [
  `CREATE TABLE signing_key (
    kid text PRIMARY KEY, purpose text NOT NULL CHECK (purpose IN (${purposes})), public_key jsonb NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE TABLE blob (sha256 text PRIMARY KEY, bytes bytea NOT NULL)`,
  `CREATE TABLE lab_session (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, session_part_id uuid NOT NULL REFERENCES session_part,
    number int NOT NULL DEFAULT 1 CHECK (number > 0), lab_id text NOT NULL, lab_version int NOT NULL,
    lab_hash text NOT NULL REFERENCES content_body, ${stateColumn(labSessionLifecycle)},
    started_at timestamptz NOT NULL, deadline_at timestamptz NOT NULL, handed_in_at timestamptz, hand_in_cause text,
    fence int NOT NULL DEFAULT 0, machine_id text, snapshot_id uuid, graded_at timestamptz,
    scored_at timestamptz, grading_tries int NOT NULL DEFAULT 0,
    UNIQUE (entry_id, session_part_id, number),
    CHECK (scored_at IS NULL OR graded_at IS NOT NULL))`,
  `CREATE INDEX lab_session_due ON lab_session (deadline_at) WHERE graded_at IS NULL`,
  `CREATE INDEX lab_session_unscored ON lab_session (graded_at) WHERE graded_at IS NOT NULL AND scored_at IS NULL`,
  `CREATE TABLE lab_snapshot (
    ${id}, lab_session_id uuid NOT NULL REFERENCES lab_session, sequence int NOT NULL, cause text NOT NULL,
    tree_hash text NOT NULL, tree jsonb NOT NULL, taken_at timestamptz NOT NULL DEFAULT clock(),
    UNIQUE (lab_session_id, sequence), UNIQUE (lab_session_id, id))`,
  `CREATE TABLE verdict (
    ${id}, lab_session_id uuid NOT NULL REFERENCES lab_session, snapshot_id uuid NOT NULL, tree_hash text NOT NULL,
    plan_hash text NOT NULL REFERENCES content_body, secrets_hash text NOT NULL REFERENCES content_body,
    number int NOT NULL DEFAULT 1 CHECK (number > 0), fence int NOT NULL, checks jsonb NOT NULL,
    ${cents('score_cents')} NOT NULL, signature text NOT NULL, graded_at timestamptz NOT NULL,
    FOREIGN KEY (lab_session_id, snapshot_id) REFERENCES lab_snapshot (lab_session_id, id),
    UNIQUE (lab_session_id, snapshot_id, plan_hash, secrets_hash, number))`,
  `CREATE TABLE check_run (
    ${id}, lab_session_id uuid NOT NULL REFERENCES lab_session, checks jsonb NOT NULL,
    ran_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX check_run_session ON check_run (lab_session_id, ran_at)`,
];
