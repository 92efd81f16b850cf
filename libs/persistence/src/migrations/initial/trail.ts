import { isOfficialAct } from './official-acts.ts';

/**
 * Who did what to what, when; and the chain that it is sealed by. A row is put down as unsealed in its own transaction: whatever its
 * number and however late it is committed, it is found then. What is sealed is named by number, without a foreign key, for one
 * that was taken away has to be missed.
 */
export const trail = [
  `CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock(),
    actor_id uuid REFERENCES person, action text NOT NULL, subject_kind text NOT NULL, subject_id text NOT NULL,
    entry_id uuid, detail jsonb NOT NULL DEFAULT '{}', salt uuid DEFAULT gen_random_uuid())`,
  `CREATE INDEX audit_event_entry ON audit_event (entry_id, id)`,
  `CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_id, id)`,
  // What many rows share is read in the order of the list.
  `CREATE INDEX audit_event_actor ON audit_event (actor_id, at, id)`,
  `CREATE INDEX audit_event_action ON audit_event (action, at, id)`,
  // By which a queue of cases finds those in which its reader has had a part, without reading all that they ever did.
  `CREATE INDEX audit_event_official ON audit_event (actor_id, entry_id) WHERE ${isOfficialAct('audit_event')}`,
  `CREATE INDEX audit_event_latest ON audit_event (at, id)`,
  `CREATE TABLE audit_seal (
    number bigint PRIMARY KEY CHECK (number > 0), previous_hash text, hash text NOT NULL UNIQUE, at timestamptz NOT NULL,
    CHECK ((previous_hash IS NULL) = (number = 1)))`,
  `CREATE TABLE audit_seal_event (
    event_id bigint PRIMARY KEY, seal_number bigint NOT NULL REFERENCES audit_seal, detail_hash text NOT NULL, hash text NOT NULL)`,
  `CREATE INDEX audit_seal_event_seal ON audit_seal_event (seal_number, event_id)`,
  `CREATE TABLE audit_unsealed (event_id bigint PRIMARY KEY)`,
  `CREATE FUNCTION put_down_unsealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    INSERT INTO audit_unsealed (event_id) SELECT id FROM added; RETURN NULL; END $$`,
  `CREATE TRIGGER audit_event_added AFTER INSERT ON audit_event REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION put_down_unsealed()`,
];
