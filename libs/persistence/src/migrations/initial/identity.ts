import { invitationLifecycle, oneTimeLinkLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

/**
 * Every address that somebody ever had, kept by the database itself. It stays theirs when they have another: who could begin
 * anew with the one they left would leave tries, and ties to people, behind with it. Who had one comes back to it.
 */
const addresses = [
  `CREATE TABLE person_address (${id}, person_id uuid NOT NULL REFERENCES person, email text NOT NULL,
    from_at timestamptz NOT NULL, until_at timestamptz, CHECK (until_at >= from_at))`,
  `CREATE UNIQUE INDEX person_address_now ON person_address (person_id) WHERE until_at IS NULL`,
  `CREATE INDEX person_address_person ON person_address (person_id)`,
  `CREATE INDEX person_address_email ON person_address (email)`,
  `CREATE FUNCTION keep_addresses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    IF TG_OP = 'UPDATE' AND NEW.email = OLD.email THEN RETURN NULL; END IF;
    -- Of two who come for the same address at once, the second sees what the first has taken.
    PERFORM pg_advisory_xact_lock(hashtextextended('person_address|' || NEW.email, 0));
    IF EXISTS (SELECT FROM person_address WHERE email = NEW.email AND person_id <> NEW.id) THEN
      RAISE unique_violation USING MESSAGE = 'the address was somebody else''s', CONSTRAINT = 'person_address_email';
    END IF;
    -- An address that was never shown to be theirs may be anybody's, who is not to be kept from it.
    IF TG_OP = 'UPDATE' AND OLD.email_confirmed_at IS NULL THEN
      DELETE FROM person_address WHERE person_id = NEW.id AND until_at IS NULL;
    END IF;
    UPDATE person_address SET until_at = greatest(from_at, clock()) WHERE person_id = NEW.id AND until_at IS NULL;
    INSERT INTO person_address (person_id, email, from_at) VALUES (NEW.id, NEW.email, clock());
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER person_addressed AFTER INSERT OR UPDATE OF email ON person
    FOR EACH ROW EXECUTE FUNCTION keep_addresses()`,
];

export const identity = [
  `CREATE TABLE institution (${id}, name jsonb NOT NULL)`,
  `CREATE TABLE person (
    ${id}, email text NOT NULL CHECK (email = lower(email)), name text NOT NULL, latin_name text, locale text NOT NULL,
    password_hash text, roles text[] NOT NULL, institution_id uuid REFERENCES institution,
    created_by_institution_id uuid REFERENCES institution, created_at timestamptz NOT NULL DEFAULT clock(),
    email_confirmed_at timestamptz, unproven_since timestamptz, released_at timestamptz, disabled_at timestamptz, closed_at timestamptz,
    erased_at timestamptz,
    is_opened boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED,
    is_active boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL AND disabled_at IS NULL) STORED)`,
  `CREATE UNIQUE INDEX person_email ON person (email)`,
  ...addresses,
  `CREATE TABLE invitation (
    token_hash text PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, cohort_id uuid, mailed boolean NOT NULL DEFAULT false,
    ${stateColumn(invitationLifecycle)}, expires_at timestamptz NOT NULL, accepted_at timestamptz)`,
  `CREATE UNIQUE INDEX invitation_one ON invitation (person_id, mailed, cohort_id) NULLS NOT DISTINCT WHERE state = ${stateList(invitationLifecycle, 'pending')}`,
  `CREATE TABLE one_time_link (
    token_hash text PRIMARY KEY, purpose text NOT NULL, person_id uuid REFERENCES person, address text NOT NULL,
    name text, locale text, mailed boolean NOT NULL, by_operator boolean NOT NULL DEFAULT false, ${stateColumn(oneTimeLinkLifecycle)},
    made_at timestamptz NOT NULL DEFAULT clock(), expires_at timestamptz NOT NULL, used_at timestamptz,
    CHECK ((person_id IS NULL) = (purpose = 'register')), CHECK ((name IS NULL) = (locale IS NULL)), CHECK (NOT (mailed AND by_operator)))`,
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
