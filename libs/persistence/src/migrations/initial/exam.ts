import { cents, id } from './columns.ts';

export const exam = [
  `CREATE TABLE attempt (
    ${id}, entry_id uuid NOT NULL UNIQUE REFERENCES entry, form_id uuid NOT NULL REFERENCES form,
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
