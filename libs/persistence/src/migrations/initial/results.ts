import { credentialLifecycle, decisionLifecycle } from '@ennead/contracts';
import { decisionInEffect } from '../../lifecycle/decision-in-effect.ts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

export const results = [
  `CREATE TABLE decision (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, certifier_id uuid NOT NULL REFERENCES person,
    ${stateColumn(decisionLifecycle)}, outcome text NOT NULL CHECK (outcome IN ('grant', 'refuse', 'withdraw')),
    grade int CHECK (grade BETWEEN 1 AND 9), reason text NOT NULL CHECK (length(trim(reason)) > 0),
    experience jsonb, basis jsonb NOT NULL, scheme_hash text NOT NULL REFERENCES content_body,
    made_at timestamptz NOT NULL DEFAULT clock(), effective_at timestamptz, notified_at timestamptz,
    supersedes_id uuid REFERENCES decision, CHECK ((outcome = 'grant') = (grade IS NOT NULL)),
    CHECK (CASE outcome WHEN 'grant' THEN experience IS NOT NULL WHEN 'withdraw' THEN experience IS NULL ELSE true END),
    CHECK (outcome <> 'withdraw' OR supersedes_id IS NOT NULL))`,
  `CREATE UNIQUE INDEX decision_one ON decision (entry_id, state)
    WHERE state IN (${stateList(decisionLifecycle, 'proposed', 'effective')})`,
  `CREATE UNIQUE INDEX decision_next ON decision (supersedes_id) WHERE state <> ${stateList(decisionLifecycle, 'rejected')}`,
  `CREATE INDEX decision_waiting ON decision (entry_id) WHERE state = ${stateList(decisionLifecycle, 'proposed')}`,
  `CREATE INDEX decision_entry ON decision (entry_id)`,
  `CREATE INDEX decision_effective ON decision (effective_at DESC) WHERE ${decisionInEffect}`,
  `CREATE TABLE approval (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject_kind text NOT NULL, subject_id uuid NOT NULL,
    act text NOT NULL, asked_by uuid NOT NULL REFERENCES person, answered_by uuid NOT NULL REFERENCES person,
    answer text NOT NULL CHECK (answer IN ('agree', 'disagree')), reason text NOT NULL CHECK (length(trim(reason)) > 0),
    at timestamptz NOT NULL DEFAULT clock(), CHECK (asked_by <> answered_by))`,
  `CREATE INDEX approval_subject ON approval (subject_kind, subject_id)`,
  `CREATE TABLE credential (
    ${id}, number text NOT NULL UNIQUE, enrolment_id uuid NOT NULL REFERENCES enrolment,
    decision_id uuid NOT NULL REFERENCES decision, term int NOT NULL DEFAULT 1 CHECK (term > 0),
    ${stateColumn(credentialLifecycle)}, facts jsonb NOT NULL, issued_at timestamptz NOT NULL DEFAULT clock(),
    issued_by uuid NOT NULL REFERENCES person, expires_at timestamptz, follows_id uuid REFERENCES credential,
    revoked_at timestamptz, revoked_by uuid REFERENCES person, revoked_reason text, UNIQUE (follows_id, term))`,
  `CREATE UNIQUE INDEX credential_one ON credential (enrolment_id, term) WHERE state = ${stateList(credentialLifecycle, 'issued')}`,
  `CREATE INDEX credential_decision ON credential (decision_id)`,
];
