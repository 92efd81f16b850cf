import { invitationLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

export const identity = [
  `CREATE TABLE institution (${id}, name jsonb NOT NULL)`,
  `CREATE TABLE person (
    ${id}, email text NOT NULL CHECK (email = lower(email)), name text NOT NULL, locale text NOT NULL,
    password_hash text, roles text[] NOT NULL, institution_id uuid REFERENCES institution,
    created_at timestamptz NOT NULL DEFAULT clock(), disabled_at timestamptz,
    is_active boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL AND disabled_at IS NULL) STORED)`,
  `CREATE UNIQUE INDEX person_email ON person (email)`,
  `CREATE TABLE invitation (
    token_hash text PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, cohort_id uuid,
    ${stateColumn(invitationLifecycle)}, expires_at timestamptz NOT NULL, accepted_at timestamptz)`,
  `CREATE UNIQUE INDEX invitation_one ON invitation (person_id) WHERE state = ${stateList(invitationLifecycle, 'pending')}`,
  `CREATE TABLE web_session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamp(6) NOT NULL)`,
  `CREATE INDEX web_session_expire ON web_session (expire)`,
  `CREATE INDEX web_session_person ON web_session ((sess ->> 'personId'))`,
  `CREATE TABLE log_in_failure (
    address text NOT NULL, minute timestamptz NOT NULL, person_id uuid REFERENCES person, count int NOT NULL CHECK (count > 0),
    PRIMARY KEY (address, minute))`,
  `CREATE TABLE outbox_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, subject_kind text NOT NULL,
    subject_id text NOT NULL, entry_id uuid, request_id text, at timestamptz NOT NULL DEFAULT clock(),
    distributed_at timestamptz)`,
  `CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE distributed_at IS NULL`,
];
