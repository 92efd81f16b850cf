/** What workers do: events on their way to whoever has to follow, and duties that come round by the clock. */
export const work = [
  `CREATE TABLE event_delivery (
    handler text NOT NULL, event_id bigint NOT NULL REFERENCES outbox_event,
    subject_kind text NOT NULL, subject_id text NOT NULL, tries int NOT NULL DEFAULT 0, due_at timestamptz,
    fault text, handled_at timestamptz, parked_at timestamptz,
    PRIMARY KEY (handler, event_id), CHECK (handled_at IS NULL OR parked_at IS NULL))`,
  `CREATE INDEX event_delivery_waiting ON event_delivery (handler, subject_kind, subject_id, event_id)
    WHERE handled_at IS NULL`,
  `CREATE INDEX event_delivery_open ON event_delivery (event_id) WHERE handled_at IS NULL AND parked_at IS NULL`,
  `CREATE TABLE duty (
    name text PRIMARY KEY, worker text NOT NULL, ran_at timestamptz NOT NULL, did_at timestamptz,
    failures int NOT NULL DEFAULT 0, fault text)`,
];
