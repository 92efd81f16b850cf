import { holdsFor, shelfOf } from '@ennead/contracts/internal';
import { wholeBodies } from './whole-bodies.ts';

/** A shelf: a table that a process reads or not by the grants of its database role. A wrong body is refused. */
const shelf = (name: string) => `CREATE TABLE body_${name} (
    hash text PRIMARY KEY, shelf text NOT NULL DEFAULT '${name}' CHECK (shelf = '${name}'), bytes bytea NOT NULL,
    size_bytes int GENERATED ALWAYS AS (length(bytes)) STORED, CHECK (hash = encode(sha256(bytes), 'hex')),
    FOREIGN KEY (hash, shelf, size_bytes) REFERENCES content_body (hash, shelf, size_bytes))`;

const quote = (word: string) => `'${word}'`;
const placed = Object.entries(shelfOf).map((place) => `(${place.map(quote).join(', ')})`);
const holding = Object.entries(holdsFor);
const heldFor = holding.map(([kind, of]) => `WHEN ${quote(kind)} THEN ${quote(of)}`).join(' ');

/** The bank: whole bodies by their hashes, who published them as which version, and what holds for which. */
export const content = [
  `CREATE TABLE content_body (
    hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    shelf text NOT NULL, kind text NOT NULL, size_bytes int NOT NULL CHECK (size_bytes > 0),
    CHECK ((kind, shelf) IN (${placed.join(', ')})), UNIQUE (hash, shelf, size_bytes), UNIQUE (hash, kind))`,
  ...new Set(Object.values(shelfOf).map(shelf)),
  ...wholeBodies,
  `CREATE TABLE content_version (
    kind text NOT NULL, id text NOT NULL, number int NOT NULL CHECK (number > 0),
    hash text NOT NULL REFERENCES content_body,
    state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'live', 'retired')),
    role text, level text, author text NOT NULL, source text NOT NULL CHECK (source IN ('git', 'web')),
    published_at timestamptz NOT NULL DEFAULT clock(), PRIMARY KEY (kind, id, number), UNIQUE (kind, id, hash))`,
  `CREATE UNIQUE INDEX content_version_live ON content_version (kind, id) WHERE state = 'live'`,
  `CREATE TABLE in_force (
    of_hash text NOT NULL, kind text NOT NULL CHECK (kind IN (${holding.map(([kind]) => quote(kind)).join(', ')})),
    scope text NOT NULL DEFAULT 'all', hash text NOT NULL, since timestamptz NOT NULL DEFAULT clock(),
    of_kind text GENERATED ALWAYS AS (CASE kind ${heldFor} END) STORED, PRIMARY KEY (of_hash, kind, scope),
    FOREIGN KEY (hash, kind) REFERENCES content_body (hash, kind),
    FOREIGN KEY (of_hash, of_kind) REFERENCES content_body (hash, kind))`,
];
