import { id } from './columns.ts';

export const results = [
  `CREATE TABLE decision (
    ${id}, entry_id uuid NOT NULL UNIQUE REFERENCES entry, certifier_id uuid NOT NULL REFERENCES person,
    outcome text NOT NULL CHECK (outcome IN ('grant', 'refuse')), grade int CHECK (grade BETWEEN 1 AND 9),
    reason text NOT NULL CHECK (length(trim(reason)) > 0), experience jsonb NOT NULL, basis jsonb NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT clock(), CHECK ((outcome = 'grant') = (grade IS NOT NULL)))`,
  `CREATE TABLE credential (
    ${id}, number text NOT NULL UNIQUE, entry_id uuid NOT NULL UNIQUE REFERENCES entry,
    decision_id uuid NOT NULL REFERENCES decision, person_name text NOT NULL, role text NOT NULL, level text NOT NULL,
    grade int NOT NULL CHECK (grade BETWEEN 1 AND 9), scheme_id text NOT NULL, scheme_version int NOT NULL,
    state text NOT NULL CHECK (state IN ('issued', 'revoked')), issued_at timestamptz NOT NULL DEFAULT clock(),
    issued_by uuid NOT NULL REFERENCES person, revoked_at timestamptz, revoked_by uuid REFERENCES person,
    revoked_reason text)`,
];
