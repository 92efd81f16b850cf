import { invitationLifecycle, oneTimeLinkLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

export const identity = [
  `CREATE TABLE institution (${id}, name jsonb NOT NULL)`,
  `CREATE TABLE person (
    ${id}, email text NOT NULL CHECK (email = lower(email)), name text NOT NULL, locale text NOT NULL,
    password_hash text, roles text[] NOT NULL, institution_id uuid REFERENCES institution,
    created_by_institution_id uuid REFERENCES institution, created_at timestamptz NOT NULL DEFAULT clock(),
    email_confirmed_at timestamptz, disabled_at timestamptz, closed_at timestamptz,
    is_active boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL AND disabled_at IS NULL) STORED)`,
  `CREATE UNIQUE INDEX person_email ON person (email)`,
  `CREATE TABLE invitation (
    token_hash text PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, cohort_id uuid, mailed boolean NOT NULL DEFAULT false,
    ${stateColumn(invitationLifecycle)}, expires_at timestamptz NOT NULL, accepted_at timestamptz)`,
  `CREATE UNIQUE INDEX invitation_one ON invitation (person_id, mailed, cohort_id) NULLS NOT DISTINCT WHERE state = ${stateList(invitationLifecycle, 'pending')}`,
  `CREATE TABLE one_time_link (
    token_hash text PRIMARY KEY, purpose text NOT NULL, person_id uuid REFERENCES person, address text NOT NULL,
    name text, locale text, mailed boolean NOT NULL, ${stateColumn(oneTimeLinkLifecycle)},
    made_at timestamptz NOT NULL DEFAULT clock(), expires_at timestamptz NOT NULL, used_at timestamptz,
    CHECK ((person_id IS NULL) = (purpose = 'register')), CHECK ((name IS NULL) = (locale IS NULL)))`,
  `CREATE UNIQUE INDEX one_time_link_one ON one_time_link (person_id, purpose)
    WHERE state = ${stateList(oneTimeLinkLifecycle, 'pending')}`,
  `CREATE TABLE second_factor (
    person_id uuid PRIMARY KEY REFERENCES person, sealed_secret text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock(), confirmed_at timestamptz, last_step int)`,
  `CREATE TABLE recovery_code (code_hash text PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, used_at timestamptz)`,
  `CREATE INDEX recovery_code_person ON recovery_code (person_id)`,
  `CREATE TABLE guess (counted text PRIMARY KEY, failures int NOT NULL, last_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX guess_last ON guess (last_at)`,
  `CREATE TABLE web_session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamp(6) NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock(), used_at timestamptz NOT NULL DEFAULT clock())`,
  `CREATE INDEX web_session_expire ON web_session (expire)`,
  `CREATE INDEX web_session_person ON web_session ((sess ->> 'personId'))`,
  `CREATE INDEX web_session_awaited ON web_session ((sess ->> 'awaitsPersonId'))`,
  `CREATE TABLE log_in_failure (
    address text NOT NULL, minute timestamptz NOT NULL, person_id uuid REFERENCES person, count int NOT NULL CHECK (count > 0),
    PRIMARY KEY (address, minute))`,
  `CREATE TABLE outbox_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, subject_kind text NOT NULL,
    subject_id text NOT NULL, entry_id uuid, request_id text, at timestamptz NOT NULL DEFAULT clock(),
    distributed_at timestamptz)`,
  `CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE distributed_at IS NULL`,
];
