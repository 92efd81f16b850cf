import { attemptLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

export const exam = [
  `CREATE TABLE attempt (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, session_part_id uuid NOT NULL REFERENCES session_part,
    number int NOT NULL DEFAULT 1 CHECK (number > 0), form_id uuid NOT NULL REFERENCES form,
    seed int NOT NULL, layout jsonb NOT NULL, ${stateColumn(attemptLifecycle)},
    writer int NOT NULL DEFAULT 0, sequence int NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL, deadline_at timestamptz NOT NULL, submitted_at timestamptz, submit_cause text,
    scored_at timestamptz,
    UNIQUE (entry_id, session_part_id, number),
    CHECK ((scored_at IS NOT NULL) = (state IN (${stateList(attemptLifecycle, 'scored')}))))`,
  `CREATE INDEX attempt_form ON attempt (form_id)`,
  `CREATE INDEX attempt_due ON attempt (deadline_at) WHERE scored_at IS NULL`,
  `CREATE TABLE response (
    attempt_id uuid NOT NULL REFERENCES attempt, item_id text NOT NULL, value jsonb,
    flagged boolean NOT NULL DEFAULT false, revision int NOT NULL, saved_at timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, item_id))`,
  `CREATE TABLE response_save (
    attempt_id uuid NOT NULL REFERENCES attempt, writer int NOT NULL, sequence int NOT NULL, item_id text NOT NULL,
    value jsonb, flagged boolean NOT NULL, saved_at timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, writer, sequence))`,
];
