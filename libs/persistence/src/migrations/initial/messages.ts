import { messageLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

const unsettled = stateList(messageLifecycle, 'queued', 'sending');

/** Letters on their way, and the notices that they are to whoever has an account. */
export const messages = [
  `CREATE TABLE message (
    ${id}, kind text NOT NULL, ${stateColumn(messageLifecycle)}, person_id uuid REFERENCES person,
    address text NOT NULL, name text NOT NULL, locale text NOT NULL, params jsonb NOT NULL,
    link text, link_expires_at timestamptz, entry_id uuid REFERENCES entry, about_kind text, about_id text,
    once text UNIQUE, sent_by uuid REFERENCES person, message_id text NOT NULL UNIQUE,
    letter_hash text REFERENCES content_body, queued_at timestamptz NOT NULL DEFAULT clock(), due_at timestamptz,
    tries int NOT NULL DEFAULT 0, claimed_at timestamptz, settled_at timestamptz, reason text, fault text,
    read_at timestamptz,
    CHECK (link IS NULL OR link_expires_at IS NOT NULL),
    CHECK (link IS NULL OR state <> ${stateList(messageLifecycle, 'sent')}),
    CHECK ((about_kind IS NULL) = (about_id IS NULL)))`,
  `CREATE INDEX message_waiting ON message (due_at, queued_at) WHERE state IN (${unsettled})`,
  `CREATE INDEX message_link ON message (link_expires_at) WHERE link IS NOT NULL`,
  `CREATE INDEX message_person ON message (person_id, queued_at DESC)`,
  `CREATE INDEX message_unread ON message (person_id) WHERE read_at IS NULL`,
  `CREATE INDEX message_queued ON message (queued_at DESC, id)`,
  `CREATE INDEX message_address ON message (address, queued_at DESC)`,
  `CREATE INDEX message_entry ON message (entry_id)`,
  `CREATE TABLE message_choice (
    person_id uuid NOT NULL REFERENCES person, kind text NOT NULL, mail boolean NOT NULL,
    PRIMARY KEY (person_id, kind))`,
];
